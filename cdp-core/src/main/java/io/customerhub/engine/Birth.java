package io.customerhub.engine;

import io.customerhub.profile.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an event belongs.
 *
 * @param member the member it is born under, as stored now
 * @param resolution whom it is about, and why
 * @param regrouping what the birth changed in the partition; null if the record was known
 * @param before the members of the profiles that were touched, as they were stored before
 * @param cluster all members of the profile, as stored now
 */
record Birth(
    Member member,
    Resolution resolution,
    @Nullable Regrouping regrouping,
    List<Member> before,
    List<Member> cluster) {}
