package io.customerhub.trait;

import io.customerhub.event.Event;
import io.customerhub.profile.Claim;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a profile would have shown at any time, had all that is known now been known then. */
public final class TraitHistory {

  private TraitHistory() {}

  /**
   * Returns the shown values of a trait, each from its time to that of the next. Depends on what
   * the events say and not on when or in which order they came.
   *
   * @param events the events of all members
   */
  public static NavigableMap<Instant, Object> of(
      Collection<Event> events, String trait, Survivorship survivorship) {
    Map<String, Claim> bySource = new HashMap<>();
    NavigableMap<Instant, Object> shown = new TreeMap<>();
    Stream<Claim> claims = events.stream().flatMap(event -> ClaimFold.claims(event).stream());
    claims
        .filter(claim -> claim.trait().equals(trait))
        .sorted(Claim.LATEST)
        .forEachOrdered(
            claim -> {
              bySource.put(claim.source(), claim);
              shown.put(claim.time(), best(bySource.values(), survivorship).value());
            });
    return shown;
  }

  private static Claim best(Collection<Claim> claims, Survivorship survivorship) {
    @Nullable Claim best = null;
    for (Claim claim : claims) {
      best = best == null || survivorship.prefers(best, claim) ? claim : best;
    }
    if (best == null) {
      throw new IllegalArgumentException("claims: expected at least one");
    }
    return best;
  }
}
