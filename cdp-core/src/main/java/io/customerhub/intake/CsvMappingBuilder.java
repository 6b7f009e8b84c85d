package io.customerhub.intake;

import io.customerhub.event.EventType;
import io.customerhub.event.Limits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link CsvMapping}. Not thread-safe. */
public final class CsvMappingBuilder {

  final String source;
  EventType type = EventType.IDENTIFY;
  String event = "";
  String eventColumn = "";
  String id = "";
  String time = "";
  @Nullable ZoneId zone;
  String dateFormat = "";
  char delimiter = ',';
  Charset charset = StandardCharsets.UTF_8;
  final List<CsvRule> rules = new ArrayList<>();

  CsvMappingBuilder(String source) {
    this.source = source;
  }

  CsvMappingBuilder(CsvMapping mapping) {
    this(mapping.source);
    type = mapping.type;
    event = mapping.event;
    eventColumn = mapping.eventColumn;
    id = mapping.id;
    time = mapping.time;
    zone = mapping.zone;
    dateFormat = mapping.dateFormat;
    delimiter = mapping.delimiter;
    charset = mapping.charset;
    rules.addAll(mapping.rules);
  }

  /** Makes each row a track event of this name; without, a row says who somebody is. */
  public CsvMappingBuilder track(String event) {
    this.type = EventType.TRACK;
    this.event = named("event", event);
    this.eventColumn = "";
    return this;
  }

  /** Makes each row a track event whose name is in a column. */
  public CsvMappingBuilder trackNamedBy(String column) {
    this.type = EventType.TRACK;
    this.event = "";
    this.eventColumn = named("event", column);
    return this;
  }

  /**
   * Sets the column with the source's own id of a row. It becomes part of the messageId, and no row
   * may leave it blank. Of a row that says who somebody is it is also an identifier, of namespace
   * {@code <source>_id}; of one that says what was done it names the deed, and not the person.
   * Without it the messageId is a hash of the mapped cells, and two equal rows are one event.
   */
  public CsvMappingBuilder id(String column) {
    this.id = named("id", column);
    return this;
  }

  /**
   * Sets the column with the time of a row: ISO 8601 or the date format. A row whose cell is blank,
   * and every row without such a column, happened on arrival.
   */
  public CsvMappingBuilder time(String column) {
    this.time = named("time", column);
    return this;
  }

  /** Sets the zone of times without offset and of dates, which mean its midnight; else refused. */
  public CsvMappingBuilder zone(ZoneId zone) {
    this.zone = Objects.requireNonNull(zone, "zone");
    return this;
  }

  /**
   * Sets the format of dates and times as in {@link java.time.format.DateTimeFormatter}, such as
   * {@code dd.MM.yyyy}; ISO 8601 if not set. Impossible dates are refused.
   */
  public CsvMappingBuilder dateFormat(String pattern) {
    this.dateFormat = named("dateFormat", pattern);
    return this;
  }

  /** Sets the character between cells; a comma if not set. */
  public CsvMappingBuilder delimiter(char delimiter) {
    this.delimiter = delimiter;
    return this;
  }

  /** Sets the encoding of files read as bytes; UTF-8 if not set. */
  public CsvMappingBuilder charset(Charset charset) {
    this.charset = Objects.requireNonNull(charset, "charset");
    return this;
  }

  /**
   * Adds a use of a column as text.
   *
   * @param column its name in the header, without blanks around it
   * @param target {@code identifier.}, {@code trait.}, {@code property.} or {@code context.} and a
   *     name
   * @throws IllegalArgumentException if the target is not one of these
   */
  public CsvMappingBuilder column(String column, String target) {
    return column(column, target, CellType.TEXT);
  }

  /** Adds a use of a column as a type; see {@link #column(String, String)}. */
  public CsvMappingBuilder column(String column, String target, CellType type) {
    return column(column, target, type, "");
  }

  /**
   * Adds a use of a part of a column's cells; see {@link #column(String, String)}.
   *
   * @param pattern a regular expression of RE2 to be found in the cell; its first group, or the
   *     whole of it if there is none, is the value. A cell without it is refused
   * @throws IllegalArgumentException if the pattern is not valid or longer than 256 characters
   */
  public CsvMappingBuilder column(String column, String target, CellType type, String pattern) {
    rules.add(new CsvRule(column.strip(), Target.parse(target), type, pattern));
    return this;
  }

  /** Removes every use of a column made so far. */
  public CsvMappingBuilder withoutColumn(String column) {
    String name = column.strip();
    rules.removeIf(rule -> rule.column().equals(name));
    id = id.equals(name) ? "" : id;
    time = time.equals(name) ? "" : time;
    return this;
  }

  /**
   * Returns the mapping.
   *
   * @throws IllegalArgumentException if no column is used, two go to one trait, property or entry
   *     of the context, the date format is not one, or the delimiter is a quote, blank or line end
   */
  public CsvMapping build() {
    if ((rules.isEmpty() && id.isEmpty()) || rules.size() > CsvIntake.COLUMNS) {
      throw new IllegalArgumentException(
          "columns: expected 1 to " + CsvIntake.COLUMNS + ", found " + rules.size());
    }
    if (delimiter < ' ' ? delimiter != '\t' : " \"\uFEFF".indexOf(delimiter) >= 0) {
      throw new IllegalArgumentException("delimiter: not a quote, blank or control character");
    }
    checkTargets();
    CellTimes.formatter(dateFormat);
    return new CsvMapping(this);
  }

  private void checkTargets() {
    Map<Target, String> taken = new HashMap<>();
    for (CsvRule rule : rules) {
      boolean many = rule.target().part() == Target.Part.IDENTIFIER;
      String other = many ? null : taken.putIfAbsent(rule.target(), rule.column());
      if (other != null) {
        throw new IllegalArgumentException(
            "columns '" + other + "' and '" + rule.column() + "' both go to " + rule.target());
      }
    }
  }

  private static String named(String what, String name) {
    if (name.isBlank() || name.length() > Limits.NAME_LENGTH) {
      throw new IllegalArgumentException(
          what + ": expected 1 to " + Limits.NAME_LENGTH + " characters");
    }
    return name.strip();
  }
}
