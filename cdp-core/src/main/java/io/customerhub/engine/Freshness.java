package io.customerhub.engine;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Knows when what was last changed by this process, by hashes of what it is about: two things that
 * share one only look newer than they are. Thread-safe.
 */
final class Freshness {

  private static final int BITS = 13;
  private static final int STRIPES = 1 << BITS;

  private final AtomicLongArray changed = new AtomicLongArray(STRIPES);
  private volatile long all;
  private volatile long sequence;

  /** Returns a number that grows with every change; what is read behind it is as new. */
  long now() {
    return sequence;
  }

  static int stripe(Object about) {
    int hash = about.hashCode() * 0x9E3779B9;
    return hash >>> (Integer.SIZE - BITS);
  }

  /** Returns whether nothing of this was changed since. */
  boolean isFresh(long read, int[] stripes) {
    if (all > read) {
      return false;
    }
    for (int stripe : stripes) {
      if (changed.get(stripe) > read) {
        return false;
      }
    }
    return true;
  }

  /** Notes that what was read before is not the newest any more. */
  synchronized void changed(BitSet stripes) {
    long next = sequence + 1;
    stripes.stream().forEach(stripe -> changed.set(stripe, next));
    // Last: whoever sees the number sees all that it stands for.
    sequence = next;
  }

  synchronized void allChanged() {
    all = sequence + 1;
    sequence = all;
  }
}
