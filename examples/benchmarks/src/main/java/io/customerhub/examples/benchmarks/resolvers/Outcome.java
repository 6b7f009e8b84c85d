package io.customerhub.examples.benchmarks.resolvers;

import io.customerhub.examples.benchmarks.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of a run.
 *
 * @param json its line, empty if there is none
 * @param reason why there is none
 */
record Outcome(String json, String reason) {

  static Outcome of(String json) {
    return new Outcome(json, "");
  }

  static Outcome not(String reason) {
    return new Outcome("", reason);
  }

  boolean ran() {
    return !json.isEmpty();
  }

  double number(String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":([-\\d.]+)").matcher(json);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }

  /** Returns the line with the name of the set. */
  String line(String set) {
    return ran()
        ? "{\"set\":\"" + set + "\"," + json.substring(1)
        : Json.object("set", set, "reason", reason);
  }
}
