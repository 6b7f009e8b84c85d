package io.customerhub.examples.quickstart;

import io.customerhub.event.Limits;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns the words of a command line into options. */
final class OptionsReader {

  private final Iterator<String> words;
  private final List<Path> events = new ArrayList<>();
  private final List<Path> csvs = new ArrayList<>();
  private final List<Path> maps = new ArrayList<>();
  private final Map<String, String> segments = new LinkedHashMap<>();
  private Optional<Path> deals = Optional.empty();
  private Optional<String> source = Optional.empty();
  private Optional<String> region = Optional.empty();
  private Optional<Path> db = Optional.empty();
  private Optional<Path> svg = Optional.empty();
  private boolean fresh;
  private boolean help;

  OptionsReader(List<String> words) {
    this.words = words.iterator();
  }

  void read() throws UsageException {
    while (words.hasNext()) {
      read(words.next());
    }
    if (maps.size() > csvs.size()) {
      throw new UsageException(
          "there are " + maps.size() + " --map for " + csvs.size() + " --csv: each needs its own");
    }
  }

  Options options() {
    List<Options.Table> tables =
        IntStream.range(0, csvs.size())
            .mapToObj(i -> new Options.Table(csvs.get(i), map(i)))
            .toList();
    return new Options(
        List.copyOf(events), source, tables, deals, segments, region, db, svg, fresh, help);
  }

  private Optional<Path> map(int index) {
    return index < maps.size() ? Optional.of(maps.get(index)) : Optional.empty();
  }

  private void read(String word) throws UsageException {
    switch (word) {
      case "--events" -> events.add(file(word));
      case "--source" -> source = once(word, source, source(value(word)));
      case "--csv" -> csvs.add(file(word));
      case "--map" -> maps.add(file(word));
      case "--deals" -> deals = once(word, deals, file(word));
      case "--db" -> db = once(word, db, file(word));
      case "--svg" -> svg = once(word, svg, file(word));
      case "--region" -> region = once(word, region, region(value(word)));
      case "--segment" -> segment(value(word));
      case "--fresh" -> fresh = true;
      case "--help", "-h" -> help = true;
      default -> throw new UsageException(word + " is not an option");
    }
  }

  private String value(String option) throws UsageException {
    String value = words.hasNext() ? words.next() : "";
    if (value.isBlank() || value.startsWith("--")) {
      throw new UsageException(option + " needs a value after it");
    }
    return value;
  }

  private Path file(String option) throws UsageException {
    String value = value(option);
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new UsageException(option + ": " + value + " cannot be the name of a file");
    }
  }

  private void segment(String value) throws UsageException {
    int equals = value.indexOf('=');
    if (equals < 1 || equals == value.length() - 1) {
      throw new UsageException("--segment needs NAME=TEXT, got " + value);
    }
    segments.put(value.substring(0, equals).strip(), value.substring(equals + 1).strip());
  }

  private static String source(String value) throws UsageException {
    if (value.length() > Limits.SOURCE_LENGTH) {
      throw new UsageException("--source has at most " + Limits.SOURCE_LENGTH + " characters");
    }
    return value;
  }

  private static String region(String value) throws UsageException {
    if (!value.matches("[A-Z]{2}")) {
      throw new UsageException("--region needs two capitals such as VN, got " + value);
    }
    return value;
  }

  private static <T> Optional<T> once(String option, Optional<T> before, T value)
      throws UsageException {
    if (before.isPresent()) {
      throw new UsageException(option + " can be given only once");
    }
    return Optional.of(value);
  }
}
