package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Fact;
import io.customerhub.segment.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows segments the records of one kind that a module, or the host, keeps about people. Whoever
 * writes such records tells the engine, so that segments follow at once. Thread-safe.
 */
public interface FactSource {

  /** Returns the name of the kind, such as {@code deal}; a lower-case word. */
  String kind();

  /** Returns the names and types of the fields that conditions may test. */
  Map<String, Schema.Type> fields();

  /**
   * Returns the records about any of these ids as a transaction sees them, oldest first; each once,
   * whatever number of the ids it is about. Fields without a value are left out.
   */
  List<Fact> read(Transaction tx, Set<ProfileId> members);
}
