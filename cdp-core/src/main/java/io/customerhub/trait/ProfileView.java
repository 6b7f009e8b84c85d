package io.customerhub.trait;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Claim;
import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.profile.Trait;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Folds members into the profile that is shown. */
public final class ProfileView {

  private ProfileView() {}

  /**
   * Returns the profile of members that belong together.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Profile of(Collection<Member> members, Survivorship survivorship) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("members: expected at least one");
    }
    SortedSet<ProfileId> ids = new TreeSet<>();
    SortedSet<Identifier> identifiers = new TreeSet<>();
    Activity activity = Activity.NONE;
    long version = members.size() - 1L;
    for (Member member : members) {
      ids.add(member.id());
      identifiers.addAll(member.identifiers());
      activity = activity.and(member.activity());
      version += member.version();
    }
    return new Profile(
        ids.first(),
        version,
        ids,
        List.copyOf(identifiers),
        traits(members, survivorship),
        Map.of(),
        activity);
  }

  private static Map<String, Trait> traits(Collection<Member> members, Survivorship survivorship) {
    Map<String, Trait> shown = new TreeMap<>();
    for (Member member : members) {
      for (Claim claim : member.claims()) {
        Trait offered = new Trait(claim, member.id(), survivorship.rule(claim));
        shown.merge(claim.trait(), offered, (a, b) -> better(a, b, survivorship));
      }
    }
    return shown;
  }

  private static Trait better(Trait shown, Trait other, Survivorship survivorship) {
    return survivorship.prefers(shown.claim(), other.claim()) ? other : shown;
  }
}
