package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids in one column, separated by commas. */
final class ProfileIds {

  private ProfileIds() {}

  static String joined(SortedSet<ProfileId> ids) {
    return ids.stream().map(ProfileId::toString).collect(Collectors.joining(","));
  }

  static SortedSet<ProfileId> split(String ids) {
    return Stream.of(ids.split(","))
        .filter(id -> !id.isEmpty())
        .map(ProfileId::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
