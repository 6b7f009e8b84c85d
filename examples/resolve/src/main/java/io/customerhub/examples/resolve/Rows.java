package io.customerhub.examples.resolve;

import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.MatchFields;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.Normalized;
import io.customerhub.identity.batch.RecordSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes records of the rows of tables. */
final class Rows {

  /** Where a record came from. */
  record Origin(Table table, int row) {

    List<String> cells() {
      return table.rows().get(row);
    }
  }

  /** What a row says, as given. */
  record Said(Map<String, Object> traits, List<Identifier> identifiers) {

    /** Returns the fields by canonical name. */
    Map<String, String> fields() {
      return MatchFields.from(traits);
    }

    /** Returns the identifiers that are keys. */
    List<Identifier> keys() {
      return Rows.keys(identifiers);
    }
  }

  /**
   * How the values of a table are read.
   *
   * @param monthFirst whether its dates have the month before the day
   * @param wholeAddress whether its street is all there is of an address
   * @param ages when people were as old as it says
   */
  record Reading(boolean monthFirst, boolean wholeAddress, Ages ages) {

    static Reading of(Table table, List<Meaning> columns) {
      int birth = columns.indexOf(Meaning.BIRTH_DATE);
      boolean monthFirst = birth >= 0 && Dates.monthFirst(table.column(birth));
      boolean whole = !columns.contains(Meaning.CITY) && !columns.contains(Meaning.POSTCODE);
      return new Reading(monthFirst, whole, Ages.of(table, columns));
    }

    void apply(Map<String, Object> traits, List<String> cells) {
      Object age = traits.remove(Meaning.AGE.trait());
      String born = age == null ? "" : ages.born(age.toString(), cells);
      if (!born.isEmpty()) {
        traits.putIfAbsent(MatchFields.BIRTH_DATE, born);
      }
      if (monthFirst) {
        traits.computeIfPresent(MatchFields.BIRTH_DATE, (field, d) -> Dates.dayFirst(d.toString()));
      }
      Object street = traits.get(MatchFields.STREET);
      if (wholeAddress && street != null) {
        Address.of(street.toString()).into(traits);
      }
      Object reading = traits.remove(Meaning.NAME_READING.trait());
      if (reading != null && !traits.containsKey(MatchFields.SURNAME)) {
        traits.putIfAbsent(MatchFields.NAME, reading);
      }
      Object suffix = traits.remove(Meaning.SUFFIX.trait());
      String name =
          traits.containsKey(MatchFields.SURNAME) ? MatchFields.SURNAME : MatchFields.NAME;
      if (suffix != null) {
        traits.computeIfPresent(name, (field, text) -> text + " " + suffix);
      }
    }
  }

  private static final IdentifierNormalizer NORMALIZER = IdentifierNormalizer.create();
  private static final int NAMESPACE = 29;
  private static final int SEVERAL_AT_MOST = 16;
  private static final Pattern SEVERAL = Pattern.compile("[;,|\\n]");

  private final RecordSet records;
  private final List<Origin> origins = new ArrayList<>();
  private final Map<Table, List<Meaning>> meanings = new HashMap<>();

  Rows(MatchRules rules) {
    records = RecordSet.create(rules);
  }

  void add(Table table, List<Meaning> columns) {
    meanings.put(table, columns);
    Reading reading = Reading.of(table, columns);
    for (int row = 0; row < table.rows().size(); row++) {
      Said said = said(table, columns, table.rows().get(row), reading);
      records.add("r" + origins.size(), said.traits(), said.identifiers(), NORMALIZER);
      origins.add(new Origin(table, row));
    }
  }

  RecordSet records() {
    return records;
  }

  /** Returns where the records came from, in the order of their ids r0, r1, .... */
  List<Origin> origins() {
    return origins;
  }

  List<Meaning> meanings(Table table) {
    return meanings.getOrDefault(table, List.of());
  }

  /** Returns what a row says of a person, by the meanings of its columns. */
  static Said said(Table table, List<Meaning> columns, List<String> cells, Reading reading) {
    Map<String, Object> traits = new HashMap<>();
    List<Identifier> identifiers = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty()) {
        put(columns.get(i), table.header().get(i), cell, traits, identifiers);
      }
    }
    birthDate(traits);
    middleName(traits);
    reading.apply(traits, cells);
    return new Said(traits, identifiers);
  }

  private static void put(
      Meaning meaning,
      String column,
      String cell,
      Map<String, Object> traits,
      List<Identifier> identifiers) {
    switch (meaning) {
      case ID -> identifiers.add(Identifier.of(namespace(column), cell));
      case VAT_ID -> {
        identifiers.add(Identifier.of(namespace(column), cell));
        traits.putIfAbsent(meaning.trait(), cell);
      }
      case EMAIL -> {
        for (String one : several(cell)) {
          identifiers.add(Identifier.email(one));
          traits.putIfAbsent(meaning.trait(), one);
        }
      }
      case PHONE -> {
        for (String one : several(cell)) {
          identifiers.add(Identifier.phone(one));
          traits.merge(meaning.trait(), one, (all, more) -> all + "; " + more);
        }
      }
      case NAME -> traits.merge(meaning.trait(), cell, (all, more) -> all + " " + more);
      case BIRTH_YEAR, BIRTH_MONTH, BIRTH_DAY -> traits.put(meaning.word(), cell);
      case ROW_ID, IGNORED -> {}
      // The file of a statistics program can have a given name in two columns.
      default -> traits.putIfAbsent(meaning.trait(), cell);
    }
  }

  /** Returns the values of a cell that may hold several, such as e-mail addresses. */
  static List<String> several(String cell) {
    return Arrays.stream(SEVERAL.split(cell, -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .limit(SEVERAL_AT_MOST)
        .toList();
  }

  private static void birthDate(Map<String, Object> traits) {
    Object year = traits.remove(Meaning.BIRTH_YEAR.word());
    Object month = traits.remove(Meaning.BIRTH_MONTH.word());
    Object day = traits.remove(Meaning.BIRTH_DAY.word());
    if (year != null && month != null && day != null) {
      traits.put(MatchFields.BIRTH_DATE, year + "-" + month + "-" + day);
    } else if (year != null) {
      traits.put(MatchFields.BIRTH_DATE, year);
    }
  }

  /** Given names in their order, wherever a file splits them. */
  private static void middleName(Map<String, Object> traits) {
    Object middle = traits.remove(Meaning.MIDDLE_NAME.trait());
    if (middle != null) {
      traits.computeIfPresent(MatchFields.GIVEN_NAME, (field, given) -> given + " " + middle);
    }
  }

  private static List<Identifier> keys(List<Identifier> identifiers) {
    return identifiers.stream()
        .map(NORMALIZER::normalize)
        .filter(Normalized.Key.class::isInstance)
        .map(key -> ((Normalized.Key) key).identifier())
        .toList();
  }

  /** Two files call the same id the same. */
  static String namespace(String column) {
    String name = column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return "id_" + name.substring(0, Math.min(NAMESPACE, name.length()));
  }
}
