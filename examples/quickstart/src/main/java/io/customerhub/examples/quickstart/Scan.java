package io.customerhub.examples.quickstart;

import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.intake.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A look through an input before it is taken: how much there is, so that progress can be told, and
 * which rows are no events. Reading costs little beside resolving who is who.
 */
final class Scan {

  static final String TRUTH = "truth";

  private static final int SHOWN = 10;
  private static final int DIFFERENT = 10_000;
  private static final int TEXT = 40;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Long> tracked = new TreeMap<>();
  private final Map<Said, Long> said = new HashMap<>();
  private long total;
  private long rejected;
  private boolean truth;

  /**
   * A trait with a value.
   *
   * @param trait its name
   * @param value a text
   */
  record Said(String trait, String value) {}

  private Scan(String file) {
    this.file = file;
  }

  static Scan of(Feed feed, Instant now) throws IOException {
    Scan scan = new Scan(feed.input().name());
    try (InputStream in = feed.input().open();
        Stream<Parsed> items = feed.parse(in, now)) {
      items.forEach(scan::add);
    }
    return scan;
  }

  /** Returns how many items there are. */
  long total() {
    return total;
  }

  /** Returns how many of them are no events. */
  long rejected() {
    return rejected;
  }

  /** Returns the first of those. */
  List<Problem> problems() {
    return problems;
  }

  /** Returns whether an event says whose it truly is. */
  boolean hasTruth() {
    return truth;
  }

  /** Returns how often each thing was done. */
  Map<String, Long> tracked() {
    return tracked;
  }

  /** Returns how often each trait had each text, of the first that were seen. */
  Map<Said, Long> said() {
    return said;
  }

  private void add(Parsed item) {
    total++;
    if (item instanceof Parsed.Accepted accepted) {
      add(accepted.event());
    } else if (item instanceof Parsed.Rejected refused) {
      rejected++;
      if (problems.size() < SHOWN) {
        problems.add(Problem.of(file, refused));
      }
    }
  }

  private void add(Event event) {
    truth |= event.context().containsKey(TRUTH);
    if (event.type() == EventType.TRACK) {
      count(tracked, event.name());
    } else if (event.type() == EventType.IDENTIFY) {
      event.traits().forEach(this::add);
    }
  }

  private void add(String trait, Object value) {
    if (value instanceof String text && text.length() <= TEXT) {
      count(said, new Said(trait, text));
    }
  }

  /** Bounded: what is frequent comes early. */
  private static <K> void count(Map<K, Long> counts, K key) {
    if (counts.size() < DIFFERENT || counts.containsKey(key)) {
      counts.merge(key, 1L, Long::sum);
    }
  }
}
