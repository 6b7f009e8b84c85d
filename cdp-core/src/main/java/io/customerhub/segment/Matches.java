package io.customerhub.segment;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A text that a regular expression describes from its first to its last character. The expression
 * is of RE2 and takes time in proportion to the text, whatever it says; so it has no references
 * back and does not look around. Immutable; equal to another of the same expression.
 */
public final class Matches implements ValueTest {

  private final String regex;
  private final boolean ignoringCase;
  private final Pattern compiled;

  /**
   * Compiles the expression.
   *
   * @param regex at most {@value SegmentLimits#PATTERN_LENGTH} characters
   * @param ignoringCase whether upper and lower case are the same
   * @throws IllegalArgumentException if it is no expression of RE2, quotes with {@code \Q}, or
   *     would be longer than {@value SegmentLimits#REGEX_SIZE} characters with its counted
   *     repetitions written out
   */
  public Matches(String regex, boolean ignoringCase) {
    this.regex = Literals.pattern("matches", (String) Literals.scalar(regex));
    this.ignoringCase = ignoringCase;
    checkSize(this.regex);
    this.compiled = compiled(this.regex, ignoringCase);
  }

  /** Returns the expression. */
  public String regex() {
    return regex;
  }

  /** Returns whether upper and lower case are the same. */
  public boolean ignoringCase() {
    return ignoringCase;
  }

  boolean passes(String text) {
    return compiled.matches(Comparison.normalized(text));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matches that
        && regex.equals(that.regex)
        && ignoringCase == that.ignoringCase;
  }

  @Override
  public int hashCode() {
    return 31 * regex.hashCode() + Boolean.hashCode(ignoringCase);
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return Printer.text(this);
  }

  /** What is quoted would be measured as if it were not. */
  private static void checkSize(String regex) {
    if (regex.contains("\\Q")) {
      throw new IllegalArgumentException("no regular expression: \\Q is not supported");
    }
    if (RegexSize.of(regex) > SegmentLimits.REGEX_SIZE) {
      throw new IllegalArgumentException(
          "a regular expression with repetitions beyond " + SegmentLimits.REGEX_SIZE);
    }
  }

  private static Pattern compiled(String regex, boolean ignoringCase) {
    try {
      int flags = Pattern.DOTALL | (ignoringCase ? Pattern.CASE_INSENSITIVE : 0);
      return Pattern.compile(regex, flags);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "no regular expression: " + e.getDescription() + " '" + e.getPattern() + "'", e);
    }
  }
}
