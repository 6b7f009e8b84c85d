package io.customerhub.intake;

import com.google.re2j.Pattern;
import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.event.Identifier;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;
import io.customerhub.event.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes events of the rows of one file: a mapping, bound to the header of that file. */
final class RowMapper {

  private static final int SHORT_HASH = 16;

  /** A longer id is named by the hash of the row alone, which contains it. */
  private static final int ID_LENGTH = 96;

  /** A rule, and where in a row its cell is. */
  private record Bound(CsvRule rule, Pattern pattern, int position) {}

  private final CsvMapping mapping;
  private final CsvHeader header;
  private final List<Bound> rules = new ArrayList<>();
  private final Map<String, Integer> used = new LinkedHashMap<>();
  private final CellTimes times;
  private final Cells cells;

  /**
   * Binds the mapping.
   *
   * @throws InvalidEventException CSV_HEADER if the header is invalid or lacks a column
   */
  RowMapper(CsvMapping mapping, List<String> names) {
    this.mapping = mapping;
    header = new CsvHeader(names);
    for (CsvRule rule : mapping.rules) {
      rules.add(new Bound(rule, rule.compiled(), use(rule.column())));
    }
    List.of(mapping.id, mapping.time, mapping.eventColumn).forEach(this::use);
    times = new CellTimes(mapping.dateFormat, mapping.zone);
    cells = new Cells(times);
  }

  int columns() {
    return header.size();
  }

  /**
   * Returns the event of a row that has as many cells as the header.
   *
   * @throws InvalidEventException if a cell is refused; the field is its column
   */
  Parsed.Accepted accept(List<String> row, Instant receivedAt, String location) {
    RowReading reading = new RowReading(row);
    rules.forEach(reading::apply);
    Event event = event(reading, reading.time(receivedAt));
    return new Parsed.Accepted(event, location, reading.corrected);
  }

  private Event event(RowReading reading, Instant time) {
    return new Event(
        mapping.type,
        reading.name(),
        mapping.source,
        reading.messageId(),
        time,
        reading.identifiers,
        reading.values(Target.Part.PROPERTY),
        reading.values(Target.Part.TRAIT),
        reading.values(Target.Part.CONTEXT));
  }

  private int use(String column) {
    return column.isEmpty() ? -1 : used.computeIfAbsent(column, header::position);
  }

  /** One row being read. */
  private final class RowReading {

    private final List<String> row;
    private final List<Identifier> identifiers = new ArrayList<>();
    private final Map<Target.Part, Map<String, Object>> values = new EnumMap<>(Target.Part.class);
    private final Map<String, ReasonCode> corrected = new LinkedHashMap<>();

    RowReading(List<String> row) {
      this.row = row;
    }

    void apply(Bound bound) {
      CsvRule rule = bound.rule();
      String cell = row.get(bound.position());
      if (!cell.isEmpty() && !rule.pattern().isEmpty()) {
        Values.text(rule.column(), cell, Limits.TEXT_LENGTH);
        cell = Cells.part(rule.column(), bound.pattern(), cell);
      }
      if (cell.isEmpty()) {
        return;
      }
      if (rule.target().part() == Target.Part.IDENTIFIER) {
        identify(rule.column(), rule.target().name(), cell);
      } else {
        values(rule.target().part())
            .put(rule.target().name(), cells.value(rule.column(), rule.type(), cell));
      }
    }

    Map<String, Object> values(Target.Part part) {
      return values.computeIfAbsent(part, p -> new LinkedHashMap<>());
    }

    String name() {
      return mapping.eventColumn.isEmpty() ? mapping.event : present(mapping.eventColumn);
    }

    Instant time(Instant receivedAt) {
      String cell = mapping.time.isEmpty() ? "" : cell(mapping.time);
      if (cell.isEmpty()) {
        return receivedAt;
      }
      Instant time = times.instant(mapping.time, cell);
      if (Timestamps.plausible(time, receivedAt)) {
        return time;
      }
      values(Target.Part.CONTEXT).put("originalTimestamp", cell);
      corrected.put(mapping.time, ReasonCode.TIMESTAMP_RANGE);
      return receivedAt;
    }

    String messageId() {
      String hash = ContentHash.of(content());
      if (mapping.id.isEmpty()) {
        return "row:" + hash;
      }
      String id = present(mapping.id);
      if (mapping.type == EventType.IDENTIFY) {
        identify(mapping.id, mapping.idNamespace(), id);
      }
      return "row:" + (id.length() > ID_LENGTH ? hash : id + ":" + hash.substring(0, SHORT_HASH));
    }

    /** Everything that shapes the event, but not when it arrived. */
    private Map<String, Object> content() {
      Map<String, Object> content = new LinkedHashMap<>();
      used.forEach((column, position) -> content.put(column, row.get(position)));
      return Map.of("type", mapping.type.key(), "event", mapping.event, "cells", content);
    }

    private void identify(String column, String namespace, String value) {
      identifiers.add(
          Identifier.of(namespace, Values.text(column, value, Limits.IDENTIFIER_LENGTH)));
    }

    private String present(String column) {
      String cell = cell(column);
      if (cell.isBlank()) {
        throw Fields.missing(column);
      }
      return cell;
    }

    private String cell(String column) {
      return row.get(use(column));
    }
  }
}
