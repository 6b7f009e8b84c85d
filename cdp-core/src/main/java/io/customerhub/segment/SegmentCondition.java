package io.customerhub.segment;

/**
 * Holds if the person is in another segment. Whether that segment exists, and that no cycle comes
 * of it, is for whoever defines the segment to check.
 *
 * @param segment the other segment's name, 1 to 256 characters
 */
public record SegmentCondition(String segment) implements Condition {

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if the name is blank or too long
   */
  public SegmentCondition {
    segment = Literals.name("segment", segment);
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return SegmentText.print(this);
  }
}
