package io.customerhub.intake;

import io.customerhub.event.EventType;
import io.customerhub.event.InvalidEventException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON form of a {@link CsvMapping}. */
final class CsvMappingJson {

  private static final Set<String> MEMBERS =
      Set.of(
          "source",
          "type",
          "event",
          "id",
          "time",
          "zone",
          "dateFormat",
          "delimiter",
          "charset",
          "columns");

  private static final Set<String> RULE_MEMBERS = Set.of("to", "as", "pattern");

  private CsvMappingJson() {}

  static CsvMapping read(String json) {
    try {
      return mapping(object("mapping", JsonTree.read(json), MEMBERS));
    } catch (InvalidEventException | DateTimeException e) {
      throw new IllegalArgumentException("mapping: " + e.getMessage(), e);
    }
  }

  static String write(CsvMapping mapping) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("source", mapping.source);
    out.put("type", mapping.type.key());
    put(out, "event", mapping.event);
    if (!mapping.eventColumn.isEmpty()) {
      out.put("event", Map.of("column", mapping.eventColumn));
    }
    put(out, "id", mapping.id);
    put(out, "time", mapping.time);
    put(out, "zone", mapping.zone == null ? "" : mapping.zone.getId());
    put(out, "dateFormat", mapping.dateFormat);
    put(out, "delimiter", mapping.delimiter == ',' ? "" : String.valueOf(mapping.delimiter));
    boolean utf8 = mapping.charset.equals(StandardCharsets.UTF_8);
    put(out, "charset", utf8 ? "" : mapping.charset.name());
    out.put("columns", columns(mapping.rules));
    return JsonTree.write(out);
  }

  private static CsvMapping mapping(Map<String, Object> json) {
    CsvMappingBuilder builder = CsvMapping.source(Fields.text(json, "source"));
    event(builder, json);
    if (json.containsKey("id")) {
      builder.id(Fields.text(json, "id"));
    }
    if (json.containsKey("time")) {
      builder.time(Fields.text(json, "time"));
    }
    if (json.containsKey("zone")) {
      builder.zone(ZoneId.of(Fields.text(json, "zone")));
    }
    if (json.containsKey("dateFormat")) {
      builder.dateFormat(Fields.text(json, "dateFormat"));
    }
    if (json.containsKey("delimiter")) {
      builder.delimiter(delimiter(Fields.text(json, "delimiter")));
    }
    if (json.containsKey("charset")) {
      builder.charset(charset(Fields.text(json, "charset")));
    }
    Fields.object(json, "columns").forEach((column, uses) -> column(builder, column, uses));
    return builder.build();
  }

  private static void event(CsvMappingBuilder builder, Map<String, Object> json) {
    String type = Fields.text(json, "type");
    boolean track = type.equals(EventType.TRACK.key());
    if (!track && !type.isEmpty() && !type.equals(EventType.IDENTIFY.key())) {
      throw new IllegalArgumentException("type: expected identify or track");
    }
    if (track != json.containsKey("event")) {
      throw new IllegalArgumentException("event: expected with type track, and only there");
    }
    if (track && json.get("event") instanceof Map<?, ?> named) {
      builder.trackNamedBy(Fields.text(object("event", named, Set.of("column")), "column"));
    } else if (track) {
      builder.track(Fields.text(json, "event"));
    }
  }

  private static char delimiter(String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException("delimiter: expected one character");
    }
    return text.charAt(0);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException("charset: unknown", e);
    }
  }

  private static void column(CsvMappingBuilder builder, String column, @Nullable Object uses) {
    if (uses instanceof List<?> list) {
      list.forEach(use -> use(builder, column, use));
    } else {
      use(builder, column, uses);
    }
  }

  private static void use(CsvMappingBuilder builder, String column, @Nullable Object use) {
    if (use instanceof String target) {
      builder.column(column, target);
      return;
    }
    Map<String, Object> rule = object("columns." + column, use, RULE_MEMBERS);
    String as = Fields.text(rule, "as");
    CellType type =
        CellType.of(as.isEmpty() ? CellType.TEXT.key() : as)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "columns." + column + ".as: expected text, number, boolean, date or time"));
    builder.column(column, Fields.text(rule, "to"), type, Fields.text(rule, "pattern"));
  }

  /** A member nobody knows is a misspelt one that somebody relies on. */
  private static Map<String, Object> object(
      String path, @Nullable Object value, Set<String> known) {
    Map<String, Object> object =
        Fields.asObject(value)
            .orElseThrow(() -> new IllegalArgumentException(path + ": expected an object"));
    for (String member : object.keySet()) {
      if (!known.contains(member)) {
        throw new IllegalArgumentException(path + ": unknown member '" + member + "'");
      }
    }
    return object;
  }

  private static Map<String, Object> columns(List<CsvRule> rules) {
    Map<String, List<Object>> columns = new LinkedHashMap<>();
    rules.forEach(
        rule -> columns.computeIfAbsent(rule.column(), c -> new ArrayList<>()).add(use(rule)));
    Map<String, Object> out = new LinkedHashMap<>();
    columns.forEach((column, uses) -> out.put(column, uses.size() == 1 ? uses.get(0) : uses));
    return out;
  }

  private static Object use(CsvRule rule) {
    if (rule.type() == CellType.TEXT && rule.pattern().isEmpty()) {
      return rule.target().toString();
    }
    Map<String, Object> use = new LinkedHashMap<>();
    use.put("to", rule.target().toString());
    put(use, "as", rule.type() == CellType.TEXT ? "" : rule.type().key());
    put(use, "pattern", rule.pattern());
    return use;
  }

  private static void put(Map<String, Object> out, String name, String value) {
    if (!value.isEmpty()) {
      out.put(name, value);
    }
  }
}
