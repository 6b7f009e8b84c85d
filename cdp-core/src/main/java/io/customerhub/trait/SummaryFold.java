package io.customerhub.trait;

import io.customerhub.event.Event;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Claim;
import io.customerhub.profile.EventSummary;
import io.customerhub.profile.Member;
import io.customerhub.profile.PropertySummary;
import java.util.Map;
import java.util.TreeMap;

/** Sums up what events say, for when they are not kept one by one any more. */
public final class SummaryFold {

  private SummaryFold() {}

  /** Returns the summary of one event. */
  public static EventSummary of(Event event) {
    Map<String, PropertySummary> properties = new TreeMap<>();
    event
        .properties()
        .forEach(
            (name, value) -> properties.put(name, PropertySummary.of(said(event, name, value))));
    Activity one = Activity.NONE.and(event.time()).withRemoved(1);
    return new EventSummary(event.name(), one, ClaimFold.claims(event), properties);
  }

  /** Returns the summary of all events of two summaries of one name; commutative, associative. */
  public static EventSummary and(EventSummary one, EventSummary other) {
    Map<String, PropertySummary> both = new TreeMap<>(one.properties());
    other.properties().forEach((key, value) -> both.merge(key, value, PropertySummary::and));
    return new EventSummary(
        one.name(),
        one.activity().and(other.activity()),
        ClaimFold.latest(one.claims(), other.claims()),
        both);
  }

  /** Returns a member with the claims and the activity of a summary added. */
  public static Member add(Member member, EventSummary summary) {
    return member.withFacts(
        ClaimFold.latest(member.claims(), summary.claims()),
        member.activity().and(summary.activity()));
  }

  private static Claim said(Event event, String name, Object value) {
    return new Claim(name, value, event.source(), event.time(), event.messageId());
  }
}
