package io.customerhub.segment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
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

  Pool(FactReader reader, Selection of, Window window, Instant now) {
    this(reader, of, window, reader.bounds(window).start(now), now);
  }

  private Pool(FactReader reader, Selection of, Window window, Instant from, Instant now) {
    this.of = of;
    this.judge = reader.judge();
    this.timed = judge.isTimed(of.where());
    this.window = window;
    this.bounds = reader.bounds(window);
    this.anchors =
        window instanceof Window.Since since
            ? new Pool(reader, since.anchor(), Window.ALL_TIME, now)
            : null;
    this.facts = reader.read(of, from, bounds.end());
  }

  /** Returns the facts of all time, but for those that are too old to be asked for. */
  static Pool since(FactReader reader, Selection of, Instant from, Instant now) {
    return new Pool(reader, of, Window.ALL_TIME, from, now);
  }

  /** Returns those that are in the window and pass the tests, oldest first. */
  List<Fact> at(Instant now) {
    Instant start = anchors == null ? bounds.start(now) : after(anchors.at(now));
    int first = first(facts, fact -> !fact.time().isBefore(start));
    int end = first(facts, fact -> bounds.enters(fact.time()).isAfter(now));
    List<Fact> inside = facts.subList(first, Math.max(first, end));
    return timed
        ? inside.stream().filter(fact -> judge.passes(of.where(), fact.fields(), now)).toList()
        : inside;
  }

  /** Returns an instant after now before which none comes or goes; null if none ever does. */
  @Nullable Instant after(Instant now) {
    Instant next = anchors == null ? null : anchors.after(now);
    int entering = first(facts, fact -> bounds.enters(fact.time()).isAfter(now));
    if (entering < facts.size()) {
      next = Course.earlier(next, bounds.enters(facts.get(entering).time()));
    }
    int staying = first(facts, fact -> isStaying(fact, now));
    if (staying < facts.size()) {
      next = Course.earlier(next, bounds.leaves(facts.get(staying).time()));
    }
    return timed ? Course.earlier(next, testsAfter(staying, now)) : next;
  }

  private @Nullable Instant testsAfter(int staying, Instant now) {
    return facts.subList(staying, facts.size()).stream()
        .map(fact -> judge.changes(of.where(), fact.fields(), now))
        .reduce(null, Course::earlier);
  }

  private boolean isStaying(Fact fact, Instant now) {
    Instant leaves = bounds.leaves(fact.time());
    return leaves == null || leaves.isAfter(now);
  }

  /** What happened at the very time of the anchor is not since then. */
  private Instant after(List<Fact> found) {
    if (found.isEmpty()) {
      return Timeline.END;
    }
    boolean first = ((Window.Since) window).pick() == Window.Pick.FIRST;
    return found.get(first ? 0 : found.size() - 1).time().plus(1, ChronoUnit.MICROS);
  }

  /** Returns the index of the first fact that is late enough, by halving. */
  static int first(List<Fact> facts, Predicate<Fact> late) {
    int low = 0;
    int high = facts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (late.test(facts.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
