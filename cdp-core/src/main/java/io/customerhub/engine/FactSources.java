package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Calculation;
import io.customerhub.segment.Fact;
import io.customerhub.segment.Schema;
import io.customerhub.spi.FactSource;
import io.customerhub.spi.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The kinds of records that conditions may look at. Thread-safe. */
final class FactSources {

  private final Map<String, FactSource> byKind = new TreeMap<>();
  private final Schema schema;

  FactSources(Collection<FactSource> sources, Schema declared) {
    Schema all = declared;
    for (FactSource source : sources) {
      if (byKind.put(source.kind(), source) != null) {
        throw new IllegalStateException("two sources of facts for the kind " + source.kind());
      }
      all = all.record(source.kind(), source.fields());
    }
    this.schema = all;
  }

  /** Returns what conditions may name, which traits are computed included. */
  Schema schema(Map<String, Calculation> computed) {
    Schema all = schema;
    for (Map.Entry<String, Calculation> entry : computed.entrySet()) {
      all = all.computed(entry.getKey(), entry.getValue());
    }
    return all;
  }

  /** Returns nothing for a kind that is not declared: a definition may be older than its end. */
  List<Fact> read(Transaction tx, String kind, Set<ProfileId> members) {
    FactSource source = byKind.get(kind);
    return source == null ? List.of() : source.read(tx, members);
  }
}
