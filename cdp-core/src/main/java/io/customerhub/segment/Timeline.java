package io.customerhub.segment;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the facts in a window change as time goes on and nothing else happens: most enter in the
 * microsecond after their time, and leave when the start of the window has passed them.
 */
final class Timeline {

  /** The first instant looked at. */
  static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

  /** The first instant not looked at. */
  static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private final List<Fact> facts;
  private final WindowBounds bounds;

  private final Instant now;

  /** How many more are in the window for ever. */
  private final int more;

  /** Index of the first fact that has not entered yet. */
  private final int inside;

  /**
   * Takes the facts from the start of the window at {@code now} on, oldest first.
   *
   * @param more how many others are in the window, which begins with the first of all time then
   */
  Timeline(List<Fact> facts, int more, WindowBounds bounds, Instant now) {
    this.facts = facts;
    this.more = more;
    this.bounds = bounds;
    this.now = now;
    int past = facts.size();
    while (past > 0 && bounds.enters(facts.get(past - 1).time()).isAfter(now)) {
      past--;
    }
    this.inside = past;
  }

  /** Returns how many facts are in the window. */
  int inside() {
    return more + inside;
  }

  void fill(Consumer<Fact> target) {
    facts.subList(0, inside).forEach(target);
  }

  /** Returns when the number of facts next gets into or out of a range; null if never. */
  @Nullable Instant nextFlip(Count count) {
    return inside < facts.size()
        ? nextFlip(Tally.of(count, inside()))
        : known(nextFlipOfLeaving(count));
  }

  /** Returns when a tally that was filled next changes whether it holds; null if never. */
  @Nullable Instant nextFlip(Tally tally) {
    boolean before = tally.holds(now);
    int entering = inside;
    int leaving = 0;
    Instant at = Course.earlier(entersAt(entering), leavesAt(leaving, entering));
    while (at != null) {
      for (; at.equals(entersAt(entering)); entering++) {
        tally.add(facts.get(entering));
      }
      for (; at.equals(leavesAt(leaving, entering)); leaving++) {
        tally.remove(facts.get(leaving));
      }
      if (tally.holds(at) != before) {
        return known(at);
      }
      at = Course.earlier(entersAt(entering), leavesAt(leaving, entering));
    }
    return null;
  }

  /** With no fact to come the number only falls, so most need not be looked at. */
  private @Nullable Instant nextFlipOfLeaving(Count count) {
    if (more > 0 || inside < count.min()) {
      return null;
    }
    int next = inside <= count.max() ? inside - count.min() : inside - count.max() - 1;
    Instant at = leavesAt(next, inside);
    if (at == null || count.includes(inside)) {
      return at;
    }
    int left = next;
    while (at.equals(leavesAt(left, inside))) {
      left++;
    }
    return count.includes(inside - left) ? at : null;
  }

  private @Nullable Instant entersAt(int index) {
    return index < facts.size() ? bounds.enters(facts.get(index).time()) : null;
  }

  private @Nullable Instant leavesAt(int index, int entered) {
    return index < entered ? bounds.leaves(facts.get(index).time()) : null;
  }

  private static @Nullable Instant known(@Nullable Instant at) {
    return at == null || !at.isBefore(END) ? null : at;
  }
}
