package io.customerhub.identity.batch;

/**
 * Is told how far a batch has come. Called one at a time, by the threads that do the work: it
 * should return quickly, and what it throws ends the batch.
 */
@FunctionalInterface
public interface BatchProgress {

  /** What a batch does, in this order. */
  enum Phase {
    /**
     * Makes the keys under which records meet; counts records, once for each pass over the keys.
     */
    KEYS,
    /** Compares the records that meet; counts records. */
    PAIRS,
    /** Learns what agreement weighs, then groups; counts both. */
    PEOPLE
  }

  /**
   * Takes the state of a phase.
   *
   * @param done how much is done, from 0 to {@code total}
   * @param total how much there is to do
   */
  void at(Phase phase, long done, long total);
}
