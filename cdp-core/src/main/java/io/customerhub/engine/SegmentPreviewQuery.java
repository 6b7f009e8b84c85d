package io.customerhub.engine;

import io.customerhub.segment.Condition;
import io.customerhub.segment.SegmentText;
import java.util.Objects;

/**
 * What to preview.
 *
 * @param condition the condition to try
 * @param segment the defined segment to compare with, as if it were redefined; empty for none
 * @param samples how many people to show of each kind, 0 to {@value #MOST_SAMPLES}
 * @param progress told after each page of people, outside of any transaction
 */
public record SegmentPreviewQuery(
    Condition condition, String segment, int samples, Progress progress) {

  /** Most people to show of each kind. */
  public static final int MOST_SAMPLES = 1_000;

  private static final int SAMPLES = 10;

  /** Told how far a preview has come. */
  @FunctionalInterface
  public interface Progress {

    /**
     * Returns whether to go on.
     *
     * @param looked how many people have been looked at
     * @param people how many there were when it began
     */
    boolean isWanted(long looked, long people);
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the number of samples is out of range
   */
  public SegmentPreviewQuery {
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(progress, "progress");
    if (samples < 0 || samples > MOST_SAMPLES) {
      throw new IllegalArgumentException("samples: " + samples + ", expected 0 to " + MOST_SAMPLES);
    }
  }

  /** Returns a query of a condition that is compared with no segment and shows ten people. */
  public static SegmentPreviewQuery of(Condition condition) {
    return new SegmentPreviewQuery(condition, "", SAMPLES, (looked, people) -> true);
  }

  /**
   * Returns a query of a condition in its text form; see {@link #of(Condition)}.
   *
   * @throws io.customerhub.segment.SegmentSyntaxException if the text is not of the language, with
   *     line and column
   */
  public static SegmentPreviewQuery of(String text) {
    return of(SegmentText.parse(text));
  }

  /** Returns a copy that is compared with a defined segment, as if that were redefined. */
  public SegmentPreviewQuery redefining(String name) {
    return new SegmentPreviewQuery(condition, name, samples, progress);
  }

  /** Returns a copy that shows so many people of each kind, up to {@value #MOST_SAMPLES}. */
  public SegmentPreviewQuery samples(int most) {
    return new SegmentPreviewQuery(condition, segment, most, progress);
  }

  /** Returns a copy that tells how far it has come, and stops when told to. */
  public SegmentPreviewQuery progress(Progress told) {
    return new SegmentPreviewQuery(condition, segment, samples, told);
  }
}
