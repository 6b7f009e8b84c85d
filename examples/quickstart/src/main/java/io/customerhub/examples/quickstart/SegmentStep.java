package io.customerhub.examples.quickstart;

import static io.customerhub.segment.Conditions.days;
import static io.customerhub.segment.Conditions.event;
import static io.customerhub.segment.Conditions.trait;

import io.customerhub.CustomerHub;
import io.customerhub.segment.Condition;
import io.customerhub.segment.SegmentSyntaxException;
import io.customerhub.segment.SegmentText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Defines segments and counts who is in them. */
final class SegmentStep {

  private static final int NAME = 100;

  private SegmentStep() {}

  /**
   * Reads the texts.
   *
   * @throws UsageException if one is not of the language
   */
  static Map<String, Condition> parse(Map<String, String> texts) throws UsageException {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      try {
        conditions.put(text.getKey(), SegmentText.parse(text.getValue()));
      } catch (SegmentSyntaxException e) {
        throw new UsageException("segment " + text.getKey() + ": " + e.getMessage());
      }
    }
    return conditions;
  }

  /**
   * Proposes segments for data that came without: who did again, or lately, what is done most;
   * where nothing was done, who has the two most frequent values.
   */
  static Map<String, Condition> proposed(Map<String, Long> tracked, Map<Scan.Said, Long> said) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    for (String name : most(tracked, Comparator.<String>naturalOrder(), 1)) {
      conditions.put(Layout.cut(name, NAME) + ", again", event(name).atLeast(2));
      conditions.put(Layout.cut(name, NAME) + ", lately", event(name).inLast(days(90)));
    }
    if (conditions.isEmpty()) {
      most(said, Comparator.comparing(Scan.Said::trait).thenComparing(Scan.Said::value), 2)
          .forEach(
              what ->
                  conditions.put(
                      Layout.cut(what.trait() + " " + what.value(), NAME),
                      trait(what.trait()).eq(what.value())));
    }
    return conditions;
  }

  private static <K> List<K> most(Map<K, Long> counts, Comparator<K> ties, int limit) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey(ties)))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Defines what is not defined so already; evaluating everybody is not done for nothing. */
  static void define(CustomerHub hub, Map<String, Condition> conditions) {
    conditions.forEach(
        (name, condition) -> {
          if (hub.segments().find(name).filter(condition::equals).isEmpty()) {
            hub.segments().define(name, condition);
          }
        });
    hub.tick();
  }

  /** Returns how many people are in each segment that the hub has. */
  static Map<String, Long> counts(CustomerHub hub) {
    Map<String, Long> counts = new LinkedHashMap<>();
    List<String> names = hub.segments().names();
    names.forEach(name -> counts.put(name, hub.segments().count(name)));
    return counts;
  }
}
