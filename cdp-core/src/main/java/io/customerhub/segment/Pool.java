package io.customerhub.segment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of a selection that are in a window, at any instant from a first one on. */
final class Pool {

  private final List<Fact> facts;
  private final Selection of;
  private final Judge judge;
  private final boolean timed;
  private final WindowBounds bounds;
  private final @Nullable Pool anchors;
  private final Window window;

  Pool(FactReader reader, Selection of, Window window, Instant from) {
    this.of = of;
    this.judge = reader.judge();
    this.timed = TestTree.isTimed(of.where());
    this.window = window;
    this.bounds = reader.bounds(window);
    this.anchors =
        window instanceof Window.Since since
            ? new Pool(reader, since.anchor(), Window.ALL_TIME, from)
            : null;
    this.facts = reader.read(of, bounds.start(from), bounds.end());
  }

  /** Returns those that are in the window and pass the tests, oldest first. */
  List<Fact> at(Instant now) {
    Instant start = start(now);
    return facts.stream()
        .filter(fact -> isInside(fact, start, now))
        .filter(fact -> !timed || judge.passes(of.where(), fact.fields(), now))
        .toList();
  }

  /** Returns an instant after now before which none comes or goes; null if none ever does. */
  @Nullable Instant after(Instant now) {
    Instant first = anchors == null ? null : anchors.after(now);
    for (Fact fact : facts) {
      Instant leaves = bounds.leaves(fact.time());
      first = Course.earlier(first, later(bounds.enters(fact.time()), now));
      first = Course.earlier(first, later(leaves, now));
      if (timed && (leaves == null || leaves.isAfter(now))) {
        first = Course.earlier(first, judge.changes(of.where(), fact.fields(), now));
      }
    }
    return first;
  }

  private boolean isInside(Fact fact, Instant start, Instant now) {
    return !fact.time().isBefore(start) && !bounds.enters(fact.time()).isAfter(now);
  }

  private Instant start(Instant now) {
    return anchors == null ? bounds.start(now) : after(anchors.at(now));
  }

  /** What happened at the very time of the anchor is not since then. */
  private Instant after(List<Fact> found) {
    if (found.isEmpty()) {
      return Timeline.END;
    }
    boolean first = ((Window.Since) window).pick() == Window.Pick.FIRST;
    return found.get(first ? 0 : found.size() - 1).time().plus(1, ChronoUnit.MICROS);
  }

  private static @Nullable Instant later(@Nullable Instant at, Instant now) {
    return at != null && at.isAfter(now) ? at : null;
  }
}
