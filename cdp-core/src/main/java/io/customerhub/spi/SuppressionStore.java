package io.customerhub.spi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the fingerprints by which erased people are kept out. */
public interface SuppressionStore {

  /** Adds suppressions; one of a fingerprint that is there takes its place. */
  void put(Collection<Suppression> suppressions);

  /**
   * Returns the suppressions of these fingerprints, sorted; those that are not there are left out.
   */
  List<Suppression> find(Set<String> fingerprints);

  /** Returns how many suppressions there are. */
  long count();

  /**
   * Returns the secret that is kept here because the host has none; empty if none was needed yet.
   */
  Optional<String> secret();

  /**
   * Keeps a secret unless there is one, and returns the one that is kept from now on for ever.
   *
   * @param fresh at most 128 characters
   */
  String secretOr(String fresh);
}
