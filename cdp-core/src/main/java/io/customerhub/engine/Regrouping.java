package io.customerhub.engine;

import io.customerhub.identity.Join;
import io.customerhub.identity.SetAsideKey;
import io.customerhub.profile.Member;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a new look at the partition changed.
 *
 * @param members all members looked at, as stored now, by id
 * @param joins the steps that joined them
 * @param merges the merges entered in the journal, and the canonical id that each led to
 * @param gone ids that were canonical before and are not now
 * @param touched canonical ids now of profiles that gained or lost members
 * @param setAside the keys of the members that join nobody
 */
record Regrouping(
    SortedMap<ProfileId, Member> members,
    List<Join> joins,
    Map<MergeId, ProfileId> merges,
    Set<ProfileId> gone,
    SortedSet<ProfileId> touched,
    List<SetAsideKey> setAside) {

  /** Returns the merges that made a profile; a new record can bring others together as well. */
  List<MergeId> mergesInto(ProfileId profile) {
    return merges.keySet().stream().filter(merge -> profile.equals(merges.get(merge))).toList();
  }

  /** Returns the members of the profile that a member belongs to now. */
  List<Member> cluster(ProfileId member) {
    Member found = members.get(member);
    if (found == null) {
      throw new IllegalArgumentException("member " + member + " was not looked at");
    }
    return members.values().stream().filter(m -> m.root().equals(found.root())).toList();
  }
}
