package io.customerhub.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The last line of a run: what came of it, for programs. */
final class Summary {

  private final List<String> members = new ArrayList<>();

  Summary counts(List<Loaded> files) {
    put("read", files.stream().mapToLong(Loaded::read).sum());
    put("setAside", files.stream().mapToLong(Loaded::setAside).sum());
    return put("duplicates", files.stream().mapToLong(Loaded::known).sum());
  }

  Summary people(long people, Optional<Quality> quality) {
    put("people", people);
    quality.ifPresent(
        found -> {
          decimal("precision", found.precision(), 4);
          decimal("recall", found.recall(), 4);
          decimal("f1", found.f1(), 4);
        });
    return this;
  }

  Summary segments(Map<String, Long> counts) {
    String inside =
        counts.entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ":" + entry.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    members.add("\"segments\":" + inside);
    return this;
  }

  Summary deals(long deals) {
    return put("deals", deals);
  }

  Summary seconds(double seconds) {
    decimal("seconds", seconds, 2);
    return this;
  }

  String json() {
    return String.join(",", members).transform(all -> "{" + all + "}");
  }

  private Summary put(String name, long value) {
    members.add(quoted(name) + ":" + value);
    return this;
  }

  private void decimal(String name, double value, int digits) {
    members.add(quoted(name) + ":" + String.format(Locale.ROOT, "%." + digits + "f", value));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.append('"').toString();
  }
}
