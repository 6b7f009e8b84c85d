package io.customerhub.identity.batch;

import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Level;
import io.customerhub.identity.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers distinct terms: an open-addressing table with little per term. Not thread-safe. */
@SuppressWarnings("EnumOrdinal") // tables by level live no longer than the process
final class TermCodes {

  private static final int START = 256;

  /** What a term is of, such as surnames. */
  record Part(Level level, String name) {}

  /** By what they are of: sums of floating-point numbers must not depend on which came first. */
  static final Comparator<Part> BY_NAME =
      Comparator.comparing(Part::level).thenComparing(Part::name);

  private final Map<Part, Integer> partCodes = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private int[] levelOf = new int[16];
  private long levels;
  private String[] values = new String[START];
  private char[] partOf = new char[START];
  private int[] slots = new int[4 * START];
  private int size;

  /** Returns the code of a term, a new one if it has none. */
  int code(Term term) {
    int part = partCodes.computeIfAbsent(new Part(term.level(), term.part()), this::added);
    int slot = slot(part, term.value());
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    slots[slot] = size + 1;
    return add(part, term.value());
  }

  int size() {
    return size;
  }

  /** Returns all parts; the place of each is its number. */
  List<Part> parts() {
    return parts;
  }

  /** Returns whether there is a term of a level. */
  boolean hasLevel(int level) {
    return (levels & 1L << level) != 0;
  }

  /** Returns the ordinal of the level of a term. */
  int level(int code) {
    return levelOf[partOf[code]];
  }

  Term term(int code) {
    Part part = parts.get(part(code));
    return new Term(part.level(), part.name(), values[code]);
  }

  /** Returns the number of the part that a term is of. */
  int part(int code) {
    return partOf[code];
  }

  String value(int code) {
    return values[code];
  }

  /** The slot of a term, or the empty one where it belongs. */
  private int slot(int part, String value) {
    int hash = (value.hashCode() * 31 + part) * 0x9E3779B9;
    int slot = hash >>> Integer.numberOfLeadingZeros(slots.length - 1);
    while (slots[slot] != 0 && !is(slots[slot] - 1, part, value)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean is(int code, int part, String value) {
    return part(code) == part && values[code].equals(value);
  }

  private int add(int part, String value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + size / 2);
      partOf = Arrays.copyOf(partOf, values.length);
    }
    values[size] = value;
    partOf[size++] = (char) part;
    if (2 * size > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private int added(Part part) {
    if (parts.size() == levelOf.length) {
      levelOf = Arrays.copyOf(levelOf, 2 * levelOf.length);
    }
    levelOf[parts.size()] = part.level().ordinal();
    levels |= ComparisonVector.bit(part.level());
    parts.add(part);
    return parts.size() - 1;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int code = 0; code < size; code++) {
      slots[slot(partOf[code], values[code])] = code + 1;
    }
  }
}
