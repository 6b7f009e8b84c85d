package io.customerhub.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of match models.
 *
 * <pre>{@code
 * {"format":1,"origin":"defaults","estimated":false,
 *  "thresholds":{"match":2.0,"possible":-3.0},
 *  "weights":{"prior":{"bits":-16.0},"email_exact":{"bits":13.0,"m":0.6,"u":7.3E-5}},
 *  "terms":{"salt":"5f","parts":{"surname":{"level":"name_exact","holders":1000,
 *   "average":0.002,"rest":0.001,"common":{"0f3c9a7e5d214b68":57}}}}}
 * }</pre>
 *
 * <p>Reading is strict: an unknown or repeated key is an error. A level that is not named keeps its
 * default weight, so that models outlive new levels; {@code "families":false} is left out where
 * families live in the data, and {@code "trust":0.8} of a part whose rare values say all they can.
 * Stateless.
 */
public final class MatchModelJson {

  /** Longest JSON, in characters. */
  public static final int LENGTH = 8 * 1024 * 1024;

  /** The version of the form, the first thing in it. */
  static final int FORMAT = 1;

  private static final int DEPTH = 8;
  private static final ObjectMapper MAPPER = mapper();

  private MatchModelJson() {}

  /** Returns a model as JSON on one line; equal models give equal texts. */
  public static String write(MatchModel model) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("format", FORMAT).put("origin", model.origin()).put("estimated", model.isEstimated());
    if (!model.vetoes().families()) {
      out.put("families", false);
    }
    out.putObject("thresholds")
        .put("match", model.matchBits())
        .put("possible", model.possibleBits());
    ObjectNode weights = out.putObject("weights");
    for (Level level : Level.values()) {
      ObjectNode weight = weights.putObject(key(level)).put("bits", model.bits(level));
      if (model.m(level) > 0 || model.u(level) > 0) {
        weight.put("m", model.m(level)).put("u", model.u(level));
      }
    }
    if (!model.terms().isEmpty()) {
      terms(out.putObject("terms"), model.terms());
    }
    return out.toString();
  }

  private static void terms(ObjectNode out, TermFrequencies terms) {
    out.put("salt", terms.salt());
    ObjectNode parts = out.putObject("parts");
    terms
        .byName()
        .forEach(
            (name, part) -> {
              ObjectNode into = parts.putObject(name);
              into.put("level", key(part.level())).put("holders", part.holders());
              into.put("average", part.average()).put("rest", part.rest());
              if (part.trust() < 1) {
                into.put("trust", part.trust());
              }
              ObjectNode common = into.putObject("common");
              part.common().forEach(common::put);
            });
  }

  /**
   * Reads a model.
   *
   * @param json the JSON, at most {@value #LENGTH} characters
   * @throws MatchModelJsonException if it is not JSON, no model, or one with a value out of range
   */
  public static MatchModel read(String json) {
    if (json.length() > LENGTH) {
      throw new MatchModelJsonException(
          "$", json.length() + " characters, expected at most " + LENGTH, null);
    }
    return ModelReader.read(tree(json));
  }

  static String key(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new MatchModelJsonException(place(e.getLocation()), e.getOriginalMessage(), e);
    }
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? "$"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }
}
