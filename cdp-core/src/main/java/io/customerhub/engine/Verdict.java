package io.customerhub.engine;

import java.util.Objects;

/**
 * What became of two records, and why. Holds no personal data but what an actor wrote.
 *
 * @param kind for a program
 * @param text for a person, such as {@code apart: 1.8 bits, a match takes 2.0}
 * @param reason the words of the person who decided; empty if nobody did or nothing was said
 */
public record Verdict(Kind kind, String text, String reason) {

  /** What became of two records. */
  public enum Kind {
    /** Of one profile. */
    TOGETHER,
    /** Apart since somebody decided so. */
    DECIDED_APART,
    /** Apart, though the two alone match or share a key: joining them would join two kept apart. */
    OTHERS_APART,
    /** Apart: what they share is a key that joins nobody, or is too little against a limit. */
    KEY_SET_ASIDE,
    /** Apart, and related: one surname and home, unrelated given names. */
    HOUSEHOLD,
    /** Apart: nothing led the one to the other. */
    NEVER_COMPARED,
    /** Apart for now: the two match, but neither was there when the other was looked at. */
    NEVER_MET,
    /** Apart, though their weights would do: something forbids to decide it by rule. */
    TO_BE_LOOKED_AT,
    /** Apart: their weights do not do. */
    TOO_LITTLE
  }

  /** Checks that the parts are there. */
  public Verdict {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(reason, "reason");
  }

  /** Returns the kind and the text, without the words of whoever decided. */
  @Override
  public String toString() {
    return kind + ": " + text;
  }

  static Verdict of(Kind kind, String text) {
    return new Verdict(kind, text, "");
  }
}
