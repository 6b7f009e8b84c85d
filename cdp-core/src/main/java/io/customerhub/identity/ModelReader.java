package io.customerhub.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads one object of a model's JSON: knows its path and which keys nobody has taken yet. */
final class ModelReader {

  private static final int SHOWN = 40;
  private static final Map<String, Level> LEVELS = levels();

  private final String path;
  private final JsonNode node;
  private final Set<String> left = new LinkedHashSet<>();

  private ModelReader(String path, JsonNode node) {
    this.path = path;
    this.node = node;
    if (!node.isObject()) {
      throw new MatchModelJsonException(path, "expected an object, not " + shown(node), null);
    }
    node.fieldNames().forEachRemaining(left::add);
  }

  static MatchModel read(JsonNode tree) {
    ModelReader in = new ModelReader("$", tree);
    long format = in.count("format");
    if (format != MatchModelJson.FORMAT) {
      throw in.error("format", format + ", expected " + MatchModelJson.FORMAT);
    }
    String origin = in.text("origin", MatchModel.ORIGIN_LENGTH);
    MatchModel model = MatchModel.defaults().withOrigin(origin, in.flag("estimated"));
    model = model.withFamilies(!in.left.contains("families") || in.flag("families"));
    model = in.object("thresholds").thresholds(model);
    model = in.object("weights").weights(model);
    if (in.left.contains("terms")) {
      model = model.withTerms(in.object("terms").terms());
    }
    in.finish();
    return model;
  }

  private MatchModel thresholds(MatchModel model) {
    double match = number("match");
    double possible = number("possible");
    finish();
    return checked(() -> model.withThresholds(match, possible));
  }

  private MatchModel weights(MatchModel model) {
    MatchModel read = model;
    for (String key : Set.copyOf(left)) {
      Level level = level(at(key), key);
      read = object(key).weight(read, level);
    }
    return read;
  }

  private MatchModel weight(MatchModel model, Level level) {
    double bits = number("bits");
    double m = left.contains("m") ? number("m") : 0;
    double u = left.contains("u") ? number("u") : 0;
    finish();
    return checked(() -> model.withWeight(level, bits, m, u));
  }

  private TermFrequencies terms() {
    String salt = text("salt", MatchModel.ORIGIN_LENGTH);
    ModelReader parts = object("parts");
    finish();
    parts.atMost(TermFrequencies.PARTS);
    Map<String, TermFrequencies.Part> read = new HashMap<>();
    for (String name : Set.copyOf(parts.left)) {
      read.put(name, parts.object(name).part());
    }
    return read.isEmpty() ? TermFrequencies.none() : new TermFrequencies(salt, read);
  }

  private TermFrequencies.Part part() {
    Level level = level(at("level"), text("level", SHOWN));
    long holders = count("holders");
    double average = share("average");
    double rest = share("rest");
    double trust = left.contains("trust") ? share("trust") : 1;
    ModelReader common = object("common");
    finish();
    common.atMost(TermFrequencies.VALUES);
    SortedMap<String, Long> people = new TreeMap<>();
    for (String hash : Set.copyOf(common.left)) {
      people.put(hash, common.people(hash, holders));
    }
    return new TermFrequencies.Part(level, holders, average, rest, people, trust);
  }

  private long people(String hash, long holders) {
    long people = count(hash);
    if (people < 1 || people > holders) {
      throw error(hash, people + ", expected 1 to the number of holders, " + holders);
    }
    return people;
  }

  private double share(String key) {
    double share = number(key);
    if (share < 0 || share > 1) {
      throw error(key, share + ", expected 0 to 1");
    }
    return share;
  }

  private ModelReader object(String key) {
    return new ModelReader(at(key), take(key));
  }

  private double number(String key) {
    return value(key, JsonNode::isNumber, "a number").doubleValue();
  }

  private boolean flag(String key) {
    return value(key, JsonNode::isBoolean, "true or false").booleanValue();
  }

  private long count(String key) {
    long count =
        value(key, v -> v.isIntegralNumber() && v.canConvertToLong(), "a whole number").longValue();
    if (count < 0) {
      throw error(key, count + ", expected 0 or more");
    }
    return count;
  }

  private String text(String key, int most) {
    String text = value(key, JsonNode::isTextual, "text").textValue();
    if (text.length() > most) {
      throw error(key, text.length() + " characters, expected at most " + most);
    }
    return text;
  }

  private JsonNode value(String key, Function<JsonNode, Boolean> fits, String expected) {
    JsonNode value = take(key);
    if (!fits.apply(value)) {
      throw error(key, shown(value) + ", expected " + expected);
    }
    return value;
  }

  private JsonNode take(String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new MatchModelJsonException(path, "expected the key \"" + key + "\"", null);
    }
    left.remove(key);
    return value;
  }

  private void finish() {
    if (!left.isEmpty()) {
      throw error(left.iterator().next(), "unknown key here");
    }
  }

  private void atMost(int most) {
    if (left.size() > most) {
      throw new MatchModelJsonException(
          path, left.size() + " entries, expected at most " + most, null);
    }
  }

  private String at(String key) {
    return path + "." + cut(key);
  }

  private MatchModelJsonException error(String key, String message) {
    return new MatchModelJsonException(at(key), message, null);
  }

  private MatchModel checked(Supplier<MatchModel> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new MatchModelJsonException(path, String.valueOf(e.getMessage()), e);
    }
  }

  private static Level level(String path, String key) {
    Level level = LEVELS.get(key);
    if (level == null) {
      throw new MatchModelJsonException(path, cut(key) + " is no level", null);
    }
    return level;
  }

  private static String shown(JsonNode value) {
    return cut(value.toString());
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  private static Map<String, Level> levels() {
    Map<String, Level> levels = new HashMap<>();
    Arrays.stream(Level.values()).forEach(level -> levels.put(MatchModelJson.key(level), level));
    return levels;
  }
}
