package io.customerhub.trait;

import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.profile.Claim;
import io.customerhub.profile.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds what an event says to the member it was born under. */
public final class ClaimFold {

  /** The trait that a group event claims: the id of the group. */
  public static final String GROUP_ID = "group_id";

  private ClaimFold() {}

  /** Returns the member with the event's claims and one more event in its activity. */
  public static Member add(Member member, Event event) {
    return member.withFacts(
        latest(member.claims(), claims(event)), member.activity().and(event.time()));
  }

  /** Returns the names of the traits that an event says something about. */
  public static Set<String> touched(Event event) {
    Set<String> names = new TreeSet<>();
    claims(event).forEach(claim -> names.add(claim.trait()));
    return names;
  }

  /** Returns, of all claims, the latest per trait and source, sorted by trait, then source. */
  static List<Claim> latest(Collection<Claim> known, Collection<Claim> added) {
    if (added.isEmpty()) {
      return List.copyOf(known);
    }
    Map<String, Map<String, Claim>> kept = new TreeMap<>();
    known.forEach(claim -> keep(kept, claim));
    added.forEach(claim -> keep(kept, claim));
    List<Claim> all = new ArrayList<>();
    kept.values().forEach(bySource -> all.addAll(bySource.values()));
    return all;
  }

  private static void keep(Map<String, Map<String, Claim>> kept, Claim claim) {
    kept.computeIfAbsent(claim.trait(), trait -> new TreeMap<>())
        .merge(claim.source(), claim, (a, b) -> Claim.LATEST.compare(a, b) >= 0 ? a : b);
  }

  /** A group event's traits are the group's: of the person it says only which group. */
  static List<Claim> claims(Event event) {
    if (event.type() == EventType.GROUP) {
      return List.of(claim(event, GROUP_ID, event.name()));
    }
    List<Claim> claims = new ArrayList<>();
    event.traits().forEach((name, value) -> claims.add(claim(event, name, value)));
    return claims;
  }

  private static Claim claim(Event event, String trait, Object value) {
    return new Claim(trait, value, event.source(), event.time(), event.messageId());
  }
}
