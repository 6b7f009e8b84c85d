package io.customerhub.identity.batch;

/**
 * How keys are divided by the first bits of their hashes.
 *
 * @param bits how many bits
 * @param first the first bucket of this pass
 * @param end one more than its last bucket
 */
record Buckets(int bits, int first, int end) {

  int count() {
    return end - first;
  }

  boolean holds(long hash) {
    int bucket = bucket(hash);
    return bucket >= first && bucket < end;
  }

  /** Returns the number of the bucket within this pass. */
  int index(long hash) {
    return bucket(hash) - first;
  }

  private int bucket(long hash) {
    // Two shifts, since one by 64 would be one by 0.
    return (int) (hash >>> 1 >>> (63 - bits));
  }
}
