package io.customerhub.identity;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Values by their codes: equal ones have one code, in the order of their first coming from 1. An
 * open-addressing table with nothing per value but a reference and its hash. Not thread-safe.
 */
final class Distinct {

  private static final int START = 64;

  /** By code; the first place is empty. */
  private Object[] values = new Object[START];

  private int[] hashes = new int[START];
  private int[] slots = new int[4 * START];
  private int size = 1;

  /** Returns the value that is equal to this one and came first. */
  Object same(Object value) {
    int code = code(value, first -> first);
    return values[code];
  }

  /**
   * Returns the code of a value, a new one if it has none.
   *
   * @param kept makes of a new value an equal one to be kept
   */
  int code(Object value, UnaryOperator<Object> kept) {
    int hash = value.hashCode() * 0x9E3779B9;
    int slot = hash >>> Integer.numberOfLeadingZeros(slots.length - 1);
    while (slots[slot] != 0) {
      int code = slots[slot];
      if (hashes[code] == hash && values[code].equals(value)) {
        return code;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = size;
    return add(kept.apply(value), hash);
  }

  /** Returns the values by code. */
  <T> T[] toArray(Class<T[]> type) {
    return Arrays.copyOf(values, size, type);
  }

  private int add(Object value, int hash) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + size / 2);
      hashes = Arrays.copyOf(hashes, values.length);
    }
    values[size] = value;
    hashes[size] = hash;
    size++;
    if (2 * size > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int code = 1; code < size; code++) {
      int slot = hashes[code] >>> Integer.numberOfLeadingZeros(slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = code;
    }
  }
}
