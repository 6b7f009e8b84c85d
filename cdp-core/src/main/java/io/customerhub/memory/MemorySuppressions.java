package io.customerhub.memory;

import io.customerhub.spi.Suppression;
import io.customerhub.spi.SuppressionStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Suppressions by fingerprint, and the secret. */
final class MemorySuppressions implements SuppressionStore {

  private static final String SECRET = "suppression";

  private final Table<String, Suppression> byFingerprint;
  private final Table<String, String> secrets;

  MemorySuppressions(UndoLog undo) {
    byFingerprint = new Table<>(new HashMap<>(), undo);
    secrets = new Table<>(new HashMap<>(), undo);
  }

  @Override
  public void put(Collection<Suppression> suppressions) {
    suppressions.forEach(one -> byFingerprint.put(one.fingerprint(), one));
  }

  @Override
  public List<Suppression> find(Set<String> fingerprints) {
    return fingerprints.stream().sorted().map(byFingerprint::get).filter(Objects::nonNull).toList();
  }

  @Override
  public long count() {
    return byFingerprint.rows().size();
  }

  @Override
  public Optional<String> secret() {
    return Optional.ofNullable(secrets.get(SECRET));
  }

  @Override
  public String secretOr(String fresh) {
    String kept = secrets.get(SECRET);
    if (kept == null) {
      secrets.put(SECRET, fresh);
      return fresh;
    }
    return kept;
  }
}
