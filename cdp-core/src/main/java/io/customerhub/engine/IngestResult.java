package io.customerhub.engine;

import io.customerhub.event.ReasonCode;
import io.customerhub.profile.ProfileId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of one event. */
public sealed interface IngestResult {

  /** Returns the canonical id of the profile the event is about; empty if it named nobody. */
  Optional<ProfileId> profile();

  /**
   * The event is kept.
   *
   * @param resolution whom it is about; null if it named nobody
   * @param setAside identifiers that were not used as keys: masked identifier to reason; of those
   *     that join nobody because they are shared, when the record was new
   */
  record Accepted(@Nullable Resolution resolution, Map<String, ReasonCode> setAside)
      implements IngestResult {

    /** Copies the map. */
    public Accepted {
      setAside = java.util.Collections.unmodifiableMap(new TreeMap<>(setAside));
    }

    /** Returns whom the event is about; empty if it named nobody. */
    public Optional<Resolution> about() {
      return Optional.ofNullable(resolution);
    }

    @Override
    public Optional<ProfileId> profile() {
      return about().map(Resolution::profile);
    }
  }

  /**
   * The same event was kept before; nothing changed.
   *
   * @param known the profile it is about by now; null if it named nobody
   */
  record Duplicate(@Nullable ProfileId known) implements IngestResult {
    @Override
    public Optional<ProfileId> profile() {
      return Optional.ofNullable(known);
    }
  }

  /**
   * The event was set aside with its reason.
   *
   * @param code why
   * @param field which field
   * @param message what was found and what was expected; no personal data
   */
  record Rejected(ReasonCode code, String field, String message) implements IngestResult {
    @Override
    public Optional<ProfileId> profile() {
      return Optional.empty();
    }
  }
}
