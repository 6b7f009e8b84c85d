package io.customerhub.segment;

/**
 * The text form of conditions, for people and files.
 *
 * <pre>{@code
 * trait.country in ("VN", "TH")
 * and did "Order Completed" (revenue >= 50) at least 2 times in last 90 days
 * and sum of revenue of "Order Completed" > 200 in last 365 days
 * and not in segment "suppressed"
 * }</pre>
 *
 * <p>Printing what was parsed gives a normal form: parsing that again gives an equal tree.
 * Stateless.
 */
public final class SegmentText {

  private SegmentText() {}

  /**
   * Reads a condition.
   *
   * @param text the text, at most {@value SegmentLimits#TEXT_LENGTH} characters
   * @throws SegmentSyntaxException if it is no condition, or one beyond {@link SegmentLimits}
   */
  public static Condition parse(String text) {
    return new Parser(text).parse();
  }

  /**
   * Returns a condition as text. The text of a very large tree can be longer than {@link #parse}
   * accepts; {@link SegmentJson} is the form to keep.
   */
  public static String print(Condition condition) {
    return new Printer().condition(condition).toString();
  }

  /**
   * Reads a calculation, such as {@code sum of revenue of "Order Completed" in last 90 days}.
   *
   * @param text the text, at most {@value SegmentLimits#TEXT_LENGTH} characters
   * @throws SegmentSyntaxException if it is no calculation, or one beyond {@link SegmentLimits}
   */
  public static Calculation parseCalculation(String text) {
    return new Parser(text).calculation();
  }

  /** Returns a calculation as text. */
  public static String print(Calculation calculation) {
    return new Printer().calculation(calculation).window(calculation.window()).toString();
  }

  /** Returns the grammar in EBNF of ISO 14977. */
  public static String grammar() {
    return Grammar.EBNF;
  }
}
