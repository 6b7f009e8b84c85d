package io.customerhub.engine;

import io.customerhub.identity.LookUpKeys;
import io.customerhub.identity.MatchRecord;
import io.customerhub.profile.Member;

/**
 * A record that no member was born for yet.
 *
 * @param member the member it would be, without its id
 * @param prepared what it is compared by
 * @param keys by which those that resemble it are found
 */
record Draft(Member member, MatchRecord prepared, LookUpKeys keys) {}
