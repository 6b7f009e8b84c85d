package io.customerhub.lookalike;

import io.customerhub.event.Masking;
import java.util.Comparator;
import java.util.Objects;

/**
 * Something that people have in common, coarse enough to be shared by many. Immutable.
 *
 * @param kind what is said
 * @param name of which trait, event or namespace
 * @param value which value or range; empty if the name says all. Texts are in clear
 */
public record Feature(Kind kind, String name, String value) implements Comparable<Feature> {

  private static final Comparator<Feature> ORDER =
      Comparator.comparing(Feature::kind)
          .thenComparing(Feature::name)
          .thenComparing(Feature::value);

  /** What a feature says. */
  public enum Kind {
    /** A trait has a text, or a list of texts holds it. */
    TEXT,
    /** A trait is true or false. */
    FLAG,
    /** A trait is a number in a range that doubles. */
    NUMBER,
    /** An event was done at least once. */
    DID,
    /** An event was done so many times, in a range that doubles. */
    TIMES,
    /** An event was last done so many whole days ago, in a range that doubles. */
    LAST,
    /** The person has an identifier of a namespace. */
    KNOWN_BY
  }

  /** Checks that the parts are present. */
  public Feature {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }

  /** Returns that an event was done. */
  public static Feature did(String event) {
    return new Feature(Kind.DID, event, "");
  }

  /**
   * Returns about how often an event was done.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public static Feature times(String event, long times) {
    return new Feature(Kind.TIMES, event, Ranges.of(times));
  }

  /**
   * Returns about how many days ago an event was last done.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public static Feature last(String event, long days) {
    return new Feature(Kind.LAST, event, Ranges.of(days));
  }

  /** Returns that there is an identifier of a namespace. */
  public static Feature knownBy(String namespace) {
    return new Feature(Kind.KNOWN_BY, namespace, "");
  }

  @Override
  public int compareTo(Feature other) {
    return ORDER.compare(this, other);
  }

  /** Returns the feature in words; texts are masked. */
  @Override
  public String toString() {
    return switch (kind) {
      case TEXT -> "trait." + name + " = \"" + Masking.mask(value) + "\"";
      case FLAG, NUMBER -> "trait." + name + " = " + value;
      case DID -> "did \"" + name + "\"";
      case TIMES -> "did \"" + name + "\" " + value + " times";
      case LAST -> "last \"" + name + "\" " + value + " days ago";
      case KNOWN_BY -> "has " + name;
    };
  }
}
