package io.customerhub.examples.benchmarks.resolvers;

import io.customerhub.event.Identifier;
import io.customerhub.examples.resolve.LabelledRow;
import io.customerhub.identity.MatchFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.priv.garshol.duke.Cleaner;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.cleaners.DigitsOnlyCleaner;
import no.priv.garshol.duke.cleaners.LowerCaseNormalizeCleaner;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.JaroWinklerTokenized;
import no.priv.garshol.duke.comparators.Levenshtein;
import org.jspecify.annotations.Nullable;

/** What Duke is told of each field: cleaner, comparator, probability if different and if equal. */
final class DukeFields {

  private static final String ID = "ID";
  private static final Cleaner TEXT = new LowerCaseNormalizeCleaner();
  private static final Cleaner DIGITS = new DigitsOnlyCleaner();

  private record Field(Comparator comparator, double low, double high, Cleaner cleaner) {}

  /** Too many share them. */
  private static final Set<String> NO_LOOKUP =
      Set.of(
          MatchFields.STREET,
          MatchFields.POSTCODE,
          MatchFields.CITY,
          MatchFields.STATE,
          MatchFields.GENDER);

  private static final Field IDENTIFIER = new Field(new Levenshtein(), 0.25, 0.97, TEXT);
  private static final Map<String, Field> FIELDS = fields();

  private DukeFields() {}

  private static Map<String, Field> fields() {
    Map<String, Field> fields = new LinkedHashMap<>();
    fields.put(MatchFields.GIVEN_NAME, new Field(new JaroWinkler(), 0.25, 0.8, TEXT));
    fields.put(MatchFields.SURNAME, new Field(new JaroWinkler(), 0.25, 0.85, TEXT));
    fields.put(MatchFields.NAME, new Field(new JaroWinklerTokenized(), 0.1, 0.9, TEXT));
    fields.put(MatchFields.ORGANISATION, new Field(new JaroWinklerTokenized(), 0.1, 0.9, TEXT));
    fields.put(MatchFields.BIRTH_DATE, new Field(new Levenshtein(), 0.2, 0.92, DIGITS));
    fields.put(MatchFields.STREET, new Field(new JaroWinklerTokenized(), 0.3, 0.85, TEXT));
    fields.put(MatchFields.POSTCODE, new Field(new Levenshtein(), 0.35, 0.75, TEXT));
    fields.put(MatchFields.CITY, new Field(new JaroWinkler(), 0.35, 0.7, TEXT));
    fields.put(MatchFields.STATE, new Field(new ExactComparator(), 0.4, 0.55, TEXT));
    fields.put(MatchFields.GENDER, new Field(new ExactComparator(), 0.4, 0.52, TEXT));
    fields.put(MatchFields.EMAIL, new Field(new Levenshtein(), 0.25, 0.95, TEXT));
    fields.put(MatchFields.PHONE, new Field(new Levenshtein(), 0.3, 0.92, DIGITS));
    return fields;
  }

  /** Returns the properties that the rows have. */
  static List<Property> properties(List<LabelledRow> rows) {
    Set<String> names = new TreeSet<>();
    rows.forEach(row -> names.addAll(values(row).keySet()));
    List<Property> properties = new ArrayList<>(List.of(new PropertyImpl(ID)));
    for (String name : names) {
      Field field = FIELDS.getOrDefault(name, IDENTIFIER);
      properties.add(property(name, field));
    }
    return properties;
  }

  private static Property property(String name, Field field) {
    PropertyImpl property = new PropertyImpl(name, field.comparator(), field.low(), field.high());
    // Left alone, Duke looks up by the strongest field only, and finds nothing where it is missing.
    property.setLookupBehaviour(
        NO_LOOKUP.contains(name) ? Property.Lookup.FALSE : Property.Lookup.TRUE);
    return property;
  }

  static Record record(int number, LabelledRow row) {
    Map<String, Collection<String>> cleaned = new HashMap<>();
    cleaned.put(ID, List.of(Integer.toString(number)));
    values(row)
        .forEach(
            (name, value) -> {
              @Nullable String text = FIELDS.getOrDefault(name, IDENTIFIER).cleaner().clean(value);
              if (text != null && !text.isEmpty()) {
                cleaned.put(name, List.of(text));
              }
            });
    return new RecordImpl(cleaned);
  }

  static int number(Record record) {
    return Integer.parseInt(record.getValue(ID));
  }

  /** The fields Duke is told of, and ids by their namespace. */
  private static Map<String, String> values(LabelledRow row) {
    Map<String, String> values = new HashMap<>(row.fields());
    values.keySet().retainAll(FIELDS.keySet());
    for (Identifier id : row.keys()) {
      if (!FIELDS.containsKey(id.namespace())) {
        values.put(id.namespace(), id.value());
      }
    }
    return values;
  }
}
