package io.customerhub.segment;

import io.customerhub.profile.EventSummary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the facts that conditions ask for. */
record FactReader(Facts facts, ZoneId zone, Judge judge) {

  /** Returns whether facts of a selection come and go otherwise than by their own times. */
  boolean isTimed(Selection of, Window window) {
    return window instanceof Window.Since || judge.isTimed(of.where());
  }

  Timeline timeline(Selection of, Window window, Instant now) {
    WindowBounds bounds = bounds(window);
    return new Timeline(
        read(of, bounds.start(now), bounds.end()), removed(of, window), bounds, now);
  }

  /** Returns the same of the first facts only; see {@link Occurrences}. */
  Timeline timeline(Selection of, Window window, Instant now, int most) {
    WindowBounds bounds = bounds(window);
    List<Fact> first =
        facts.events(of.name(), bounds.start(now), bounds.end(), most).stream()
            .map(event -> new Fact(event.time(), event.properties()))
            .toList();
    return new Timeline(first, removed(of, window), bounds, now);
  }

  /** Returns how many events count that are not kept one by one any more. */
  private int removed(Selection of, Window window) {
    return summary(of, window)
        .map(all -> (int) Math.min(Integer.MAX_VALUE / 2, all.activity().events()))
        .orElse(0);
  }

  /**
   * Returns what is known of events that are not kept one by one any more: of all time and whatever
   * their properties, and nothing otherwise.
   */
  Optional<EventSummary> summary(Selection of, Window window) {
    boolean all = window instanceof Window.AllTime && of.where().isEmpty();
    return all && of.type() == Selection.Type.EVENT ? facts.removed(of.name()) : Optional.empty();
  }

  WindowBounds bounds(Window window) {
    return WindowBounds.of(window, zone);
  }

  /**
   * Returns those that pass the tests, as far as that does not depend on the time, oldest first.
   */
  List<Fact> read(Selection of, Instant from, Instant to) {
    Stream<Fact> found = all(of, from, to);
    return of.where().isEmpty() || judge.isTimed(of.where())
        ? found.toList()
        : found.filter(fact -> judge.passes(of.where(), fact.fields(), from)).toList();
  }

  private Stream<Fact> all(Selection of, Instant from, Instant to) {
    return of.type() == Selection.Type.EVENT
        ? facts.events(of.name(), from, to).stream()
            .map(event -> new Fact(event.time(), event.properties()))
        : facts.records(of.name()).stream()
            .filter(fact -> !fact.time().isBefore(from) && fact.time().isBefore(to));
  }
}
