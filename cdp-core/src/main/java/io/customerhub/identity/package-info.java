/**
 * Who is who, as pure decisions. Floor 1: no store, no clock, no threads.
 *
 * <p>Read {@link io.customerhub.identity.MatchRules} and {@link io.customerhub.identity.Link}
 * first. An identifier passes the {@link io.customerhub.identity.IdentifierNormalizer} before
 * anything is looked up by it; what records are compared by passes {@link
 * io.customerhub.identity.MatchFields}.
 *
 * <p>Exact keys and similarity both end as evidence between members; the partition of members into
 * people is computed from evidence and decisions alone, which is why every merge can be previewed,
 * explained and undone.
 */
@NullMarked
package io.customerhub.identity;

import org.jspecify.annotations.NullMarked;
