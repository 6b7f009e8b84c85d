package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Keeps which destinations are paused, and when whom was told something, for frequency caps. */
public interface DestinationStore {

  /** Pauses a destination; one that is paused already stays as it is. */
  void pause(Pause pause);

  /** Ends a pause; returns whether there was one. */
  boolean resume(String destination);

  /** Returns the destinations that are paused, by name, sorted. */
  Map<String, Pause> paused();

  /** Notes that a destination was told something about a profile. */
  void told(String destination, ProfileId about, Instant at);

  /** Returns how often a destination was told something about any of these ids, from then on. */
  long countTold(String destination, Set<ProfileId> about, Instant from);

  /** Forgets what a destination was told before an instant; returns how many notes went. */
  long forgetTold(String destination, Instant before);

  /**
   * That a destination is told nothing for the time being.
   *
   * @param destination its name
   * @param reason why; no personal data
   * @param since from when on
   */
  record Pause(String destination, String reason, Instant since) {

    /** Checks that the parts are present. */
    public Pause {
      Objects.requireNonNull(destination, "destination");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(since, "since");
    }
  }
}
