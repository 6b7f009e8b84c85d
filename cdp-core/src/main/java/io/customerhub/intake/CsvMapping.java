package io.customerhub.intake;

import io.customerhub.event.EventType;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what the columns of a CSV file mean.
 *
 * <pre>{@code
 * CsvMapping.source("loyalty")
 *     .id("card_no")
 *     .column("email", "identifier.email")
 *     .column("first", "trait.given_name")
 *     .build()
 * }</pre>
 *
 * <p>The same as JSON, for {@link #fromJson}; only {@code source} and one column are needed:
 *
 * <pre>{@code
 * {"source": "loyalty", "type": "identify", "id": "card_no",
 *  "time": "updated_at", "zone": "Europe/Berlin", "dateFormat": "dd.MM.yyyy",
 *  "delimiter": ",", "charset": "UTF-8",
 *  "columns": {
 *    "email": "identifier.email",
 *    "amount": {"to": "property.revenue", "as": "number"},
 *    "rec_id": [{"to": "context.truth", "pattern": "rec-(\\d+)-"}]}}
 * }</pre>
 *
 * <p>With {@code "type": "track"} goes {@code "event": "Order Completed"}, or {@code "event":
 * {"column": "action"}} if a column says what was done. Immutable and thread-safe; two mappings are
 * equal if their JSON is.
 */
public final class CsvMapping {

  final String source;
  final EventType type;
  final String event;
  final String eventColumn;
  final String id;
  final String time;
  final @Nullable ZoneId zone;
  final String dateFormat;
  final char delimiter;
  final Charset charset;
  final List<CsvRule> rules;

  CsvMapping(CsvMappingBuilder builder) {
    source = builder.source;
    type = builder.type;
    event = builder.event;
    eventColumn = builder.eventColumn;
    id = builder.id;
    time = builder.time;
    zone = builder.zone;
    dateFormat = builder.dateFormat;
    delimiter = builder.delimiter;
    charset = builder.charset;
    rules = List.copyOf(builder.rules);
  }

  /**
   * Starts a mapping whose events are said by {@code source}: of type identify, comma-separated, in
   * UTF-8.
   *
   * @throws IllegalArgumentException if the source is blank or too long
   */
  public static CsvMappingBuilder source(String source) {
    return new CsvMappingBuilder(EventJson.checkedSource(source));
  }

  /**
   * Returns a mapping made from the names in a header. Well-known names, such as {@code First
   * Name}, {@code surname}, {@code e-mail}, {@code zip} or {@code customer_id}, get their usual
   * meaning; any other column becomes a trait of its name. See {@link #explain()} for the outcome
   * and {@link #toBuilder()} to change it.
   *
   * @throws InvalidEventException CSV_HEADER if a name is blank or repeated, or there are more than
   *     {@value CsvIntake#COLUMNS}
   * @throws IllegalArgumentException if the source is blank or too long
   */
  public static CsvMapping guess(List<String> header, String source) {
    return CsvGuess.of(CsvHeader.checked(header), source);
  }

  /**
   * Returns the mapping written as JSON.
   *
   * @throws IllegalArgumentException if it is not valid JSON, or not a mapping; the message names
   *     the member
   */
  public static CsvMapping fromJson(String json) {
    return CsvMappingJson.read(json);
  }

  /**
   * Returns the mapping as JSON that {@link #fromJson} reads; what is at its default is left out.
   */
  public String toJson() {
    return CsvMappingJson.write(this);
  }

  /** Returns the source that the rows' events are of. */
  public String sourceName() {
    return source;
  }

  /** Returns a builder that starts with this mapping. */
  public CsvMappingBuilder toBuilder() {
    return new CsvMappingBuilder(this);
  }

  /** Returns a line per use of a column, such as {@code amount -> property.revenue as number}. */
  public String explain() {
    return Stream.concat(
            Stream.of(
                line(id, type == EventType.IDENTIFY ? "id, identifier." + idNamespace() : "id"),
                line(time, "time"),
                line(eventColumn, "event")),
            rules.stream().map(rule -> line(rule.column(), rule.toString())))
        .collect(Collectors.joining());
  }

  /** Two sources number their customers independently, so the namespace tells them apart. */
  String idNamespace() {
    String suffix = "_id";
    return Fields.sanitised(source, Limits.NAMESPACE_LENGTH - suffix.length()) + suffix;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CsvMapping mapping && toJson().equals(mapping.toJson());
  }

  @Override
  public int hashCode() {
    return toJson().hashCode();
  }

  /** Returns the mapping as JSON. */
  @Override
  public String toString() {
    return toJson();
  }

  private static String line(String column, String use) {
    return column.isEmpty() ? "" : column + " -> " + use + "\n";
  }
}
