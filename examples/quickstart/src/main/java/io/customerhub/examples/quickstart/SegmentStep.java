package io.customerhub.examples.quickstart;

import static io.customerhub.segment.Conditions.days;
import static io.customerhub.segment.Conditions.event;

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

  /** Proposes segments for data that came without: who did again, or lately, what is done most. */
  static Map<String, Condition> proposed(Map<String, Long> tracked) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    tracked.entrySet().stream()
        .filter(entry -> !entry.getKey().isBlank() && entry.getKey().length() <= NAME)
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(1)
        .map(Map.Entry::getKey)
        .forEach(
            name -> {
              conditions.put(name + ", again", event(name).atLeast(2));
              conditions.put(name + ", lately", event(name).inLast(days(90)));
            });
    return conditions;
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
