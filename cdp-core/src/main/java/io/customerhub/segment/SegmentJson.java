package io.customerhub.segment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of conditions, for storage and user interfaces.
 *
 * <pre>{@code
 * {"all":[
 *  {"trait":"country","in":["VN","TH"]},
 *  {"event":"Order Completed","where":[{"property":"revenue","gte":50}],
 *   "count":{"gte":2},"window":{"last":"P90D"}},
 *  {"event":"Order Completed","sum":"revenue","gt":200,"window":{"last":"P365D"}},
 *  {"not":{"segment":"suppressed"}}]}
 * }</pre>
 *
 * <p>Tests are {@code eq lt lte gt gte between in contains startsWith endsWith like matches exists
 * empty}; of lists {@code hasAny hasAll size anyMatch allMatch}, of maps {@code fields}; of dates
 * {@code before after onDay past future inLast inNext olderThan anniversaryInNext dayOfWeek
 * partOfDay}; of places {@code near region}. There are {@code "ignoringCase":true} and {@code
 * "ignoringAccents":true} where text is compared, <code>{"trait":"..."}</code> in place of a value,
 * and {@code not} around a test.
 *
 * <p>Facts are an {@code event} of a name or a {@code record} of a kind. A count is {@code gte},
 * {@code lte}, {@code eq} or {@code between}; without one it is at least 1. Beside {@code
 * "count":true} and the other functions of facts there is a test of the outcome. A window is {@code
 * last} with one unit of ISO 8601, {@code from} and {@code to}, {@code this} or {@code previous}
 * with a period of the calendar, or {@code sinceFirst} or {@code sinceLast} with other facts;
 * without one it is all of the past.
 *
 * <p>A fact's object may also ask for a rhythm by {@code firstTime lastTime regularly stopped
 * resumed interval streak}; {@code sequence} lists steps. Of a person there are {@code random
 * anonymous identifier mergedInLast entered left wasIn}, {@code consent} with a {@code channel} or
 * without one that {@code is} granted, denied or unknown, {@code rfm} of recency, frequency or
 * monetary with a test, {@code predicted} purchases or value with how far {@code ahead}, or alive,
 * with a test, and {@code hasBeenFor} beside a test of a trait.
 *
 * <p>Reading is strict: an unknown or repeated key is an error. Stateless.
 */
public final class SegmentJson {

  /** Two levels of JSON for each level of conditions, and three for each of tests in a leaf. */
  private static final int JSON_DEPTH = 2 * SegmentLimits.DEPTH + 3 * SegmentLimits.TEST_DEPTH + 10;

  private static final ObjectMapper MAPPER = mapper();

  private SegmentJson() {}

  /**
   * Returns a condition as JSON on one line. {@link #read} accepts what this returns.
   *
   * @throws IllegalArgumentException if it would be longer than {@value SegmentLimits#JSON_LENGTH}
   *     characters
   */
  public static String write(Condition condition) {
    return checked(JsonWriter.write(condition).toString());
  }

  /**
   * Returns a calculation as JSON on one line. {@link #readCalculation} accepts what this returns.
   *
   * @throws IllegalArgumentException if it would be longer than {@value SegmentLimits#JSON_LENGTH}
   *     characters
   */
  public static String write(Calculation calculation) {
    return checked(JsonWriter.write(calculation).toString());
  }

  /**
   * Reads a condition.
   *
   * @param json the JSON, at most {@value SegmentLimits#JSON_LENGTH} characters
   * @throws SegmentJsonException if it is not JSON, no condition, or one beyond {@link
   *     SegmentLimits}
   */
  public static Condition read(String json) {
    return JsonReader.condition(tree(json));
  }

  /**
   * Reads a calculation, such as <code>{"event":"Order Completed","count":true,
   * "window":{"last":"P90D"}}</code>: the condition's object without a test.
   *
   * @param json the JSON, at most {@value SegmentLimits#JSON_LENGTH} characters
   * @throws SegmentJsonException if it is not JSON, no calculation, or one beyond {@link
   *     SegmentLimits}
   */
  public static Calculation readCalculation(String json) {
    return JsonReader.calculation(tree(json));
  }

  private static String checked(String json) {
    if (json.length() > SegmentLimits.JSON_LENGTH) {
      throw new IllegalArgumentException(
          json.length() + " characters of JSON, at most " + SegmentLimits.JSON_LENGTH);
    }
    return json;
  }

  private static JsonNode tree(String json) {
    if (json.length() > SegmentLimits.JSON_LENGTH) {
      throw new SegmentJsonException(
          "$", json.length() + " characters, expected at most " + SegmentLimits.JSON_LENGTH, null);
    }
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new SegmentJsonException(place(e.getLocation()), e.getOriginalMessage(), e);
    }
  }

  /** Jackson has no location for a text beyond one of its limits. */
  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? "$"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(JSON_DEPTH).build())
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }
}
