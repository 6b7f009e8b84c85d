package io.customerhub.spi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.customerhub.profile.Claim;
import io.customerhub.profile.PropertySummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON in which stores keep what events said of their properties; as canonical as {@link
 * StoredForm}. Stateless and thread-safe.
 */
public final class SummaryForm {

  private SummaryForm() {}

  /** Returns summaries as a JSON object, sorted by the properties' names. */
  public static String properties(Map<String, PropertySummary> properties) {
    return Json.write(
        out -> {
          out.writeStartObject();
          for (Map.Entry<String, PropertySummary> one : new TreeMap<>(properties).entrySet()) {
            out.writeFieldName(one.getKey());
            write(out, one.getValue());
          }
          out.writeEndObject();
        });
  }

  /**
   * Returns the summaries that were written.
   *
   * @throws StorageException if the text is not that of summaries
   */
  public static Map<String, PropertySummary> properties(String json) {
    return Json.read(
        "summaries",
        json,
        in -> {
          Json.expect(in, JsonToken.START_OBJECT);
          Map<String, PropertySummary> all = new TreeMap<>();
          while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            all.put(name, read(in));
          }
          return all;
        });
  }

  /** How many numbers; sum, smallest and largest if there are any; first and last value. */
  private static void write(JsonGenerator out, PropertySummary one) throws IOException {
    BigDecimal min = one.min();
    BigDecimal max = one.max();
    out.writeStartArray();
    out.writeNumber(one.numbers());
    Json.writeTree(out, min == null || max == null ? List.of() : List.of(one.sum(), min, max));
    StoredForm.writeClaim(out, one.first());
    StoredForm.writeClaim(out, one.last());
    out.writeEndArray();
  }

  private static PropertySummary read(JsonParser in) throws IOException {
    Json.expect(in, JsonToken.START_ARRAY);
    in.nextToken();
    long numbers = in.getLongValue();
    in.nextToken();
    List<Object> known = Json.readList(in, Json::readTree);
    in.nextToken();
    Claim first = StoredForm.readClaim(in);
    in.nextToken();
    Claim last = StoredForm.readClaim(in);
    in.nextToken();
    Json.expect(in, JsonToken.END_ARRAY);
    return known.isEmpty()
        ? new PropertySummary(numbers, BigDecimal.ZERO, null, null, first, last)
        : new PropertySummary(
            numbers, number(known.get(0)), number(known.get(1)), number(known.get(2)), first, last);
  }

  private static BigDecimal number(Object value) {
    if (value instanceof BigDecimal number) {
      return number;
    }
    throw new IllegalArgumentException("expected a number");
  }
}
