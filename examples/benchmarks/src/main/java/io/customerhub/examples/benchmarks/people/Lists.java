package io.customerhub.examples.benchmarks.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of one file: lines of {@code key=value,value}. */
record Lists(Map<String, String> lines) {

  static Lists read(String name) {
    try (InputStream in = Lists.class.getResourceAsStream("/people/" + name + ".txt")) {
      if (in == null) {
        throw new IllegalArgumentException("no lists of " + name);
      }
      return new Lists(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("=", 2))
              .collect(Collectors.toMap(line -> line[0], line -> line[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String key) {
    String text = lines.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no line " + key);
    }
    return text;
  }

  List<String> list(String key) {
    return split(text(key), ",").toList();
  }

  Ranked ranked(String key, double skew) {
    return Ranked.of(list(key), skew);
  }

  /** Returns {@code a:b/c,d:e} as a to (b, c) and d to (e), in this order. */
  Map<String, List<String>> map(String key) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    for (String entry : list(key)) {
      String[] parts = entry.split(":", 2);
      map.put(parts[0], split(parts[1], "/(?!$)").toList());
    }
    return map;
  }

  private static Stream<String> split(String text, String by) {
    return Stream.of(text.split(by, -1)).filter(part -> !part.isEmpty());
  }
}
