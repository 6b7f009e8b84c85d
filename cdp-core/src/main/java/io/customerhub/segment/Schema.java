package io.customerhub.segment;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * The names that conditions may use, so that a misspelt one is found when a segment is defined and
 * not by its staying empty. What nothing is declared of is open: traits if no trait is, events if
 * no event is, purposes of consent if no purpose is, the properties of an event declared without
 * any. Records are never open. Immutable.
 */
public final class Schema {

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(3);

  /** What values a trait, property or field has. */
  public enum Type {
    /** Any. */
    ANY,
    /** Text. */
    TEXT,
    /** Numbers. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Text that is a date, see {@link DateTest}. */
    DATE,
    /** Lists. */
    LIST,
    /** Maps. */
    MAP;

    /** Returns whether a test that needs a type, empty for any, can pass values of this one. */
    boolean accepts(String needed) {
      return this == ANY
          || needed.isEmpty()
          || needed.equals(name().toLowerCase(Locale.ROOT))
          || (this == DATE && needed.equals("text"))
          || (this == TEXT && needed.equals("date"));
    }
  }

  private final Map<String, Type> traits;
  private final Map<String, Map<String, Type>> events;
  private final Map<String, Map<String, Type>> records;
  private final Map<String, Type> purposes;
  private final Map<String, Type> computed;

  private Schema(
      Map<String, Type> traits,
      Map<String, Map<String, Type>> events,
      Map<String, Map<String, Type>> records,
      Map<String, Type> purposes,
      Map<String, Type> computed) {
    this.traits = traits;
    this.events = events;
    this.records = records;
    this.purposes = purposes;
    this.computed = computed;
  }

  /** Returns a schema that declares nothing. */
  public static Schema open() {
    return new Schema(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  /** Returns a copy with one more trait. */
  public Schema trait(String name, Type type) {
    return new Schema(with(traits, name, type), events, records, purposes, computed);
  }

  /** Returns a copy with one more event and its properties; with none, all are allowed. */
  public Schema event(String name, Map<String, Type> properties) {
    return new Schema(
        traits, with(events, name, Map.copyOf(properties)), records, purposes, computed);
  }

  /** Returns a copy with one more kind of records and their fields. */
  public Schema record(String kind, Map<String, Type> fields) {
    return new Schema(traits, events, with(records, kind, Map.copyOf(fields)), purposes, computed);
  }

  /**
   * Returns a copy with one more trait, that is computed. Unlike a declared one it leaves open
   * which others there are.
   */
  public Schema computed(String name, Calculation how) {
    return new Schema(traits, events, records, purposes, with(computed, name, type(how)));
  }

  /** Returns a copy with one more purpose that people may consent to. */
  public Schema purpose(String name) {
    return new Schema(traits, events, records, with(purposes, name, Type.ANY), computed);
  }

  /**
   * Checks that a condition uses only what is declared, as what it is declared.
   *
   * @throws SegmentSchemaException if it does not
   */
  public void check(Condition condition) {
    Tree.children(condition).forEach(this::check);
    if (condition instanceof TraitCondition trait) {
      trait(trait.trait(), trait.test());
    }
    if (condition instanceof PersonCondition.Held held) {
      trait(held.trait(), held.test());
    }
    if (condition instanceof ConsentCondition consent) {
      check("purpose", consent.purpose(), purposes, ValueTest.EXISTS);
    }
    if (condition instanceof AggregateCondition aggregate) {
      check(aggregate);
    }
    if (condition instanceof SequenceCondition sequence && !sequence.same().isEmpty()) {
      sequence.steps().forEach(step -> property(step.of(), sequence.same(), ValueTest.EXISTS));
    }
    Tree.selections(condition).forEach(this::check);
    Tree.tests(condition)
        .filter(CompareTrait.class::isInstance)
        .forEach(test -> trait(((CompareTrait) test).trait(), ValueTest.EXISTS));
  }

  /**
   * Checks that a trait can be computed: its name is not that of a declared trait, and the
   * calculation uses only what is declared.
   *
   * @throws SegmentSchemaException if it does not
   */
  public void check(String name, Calculation how) {
    if (traits.containsKey(name)) {
      throw new SegmentSchemaException(
          name, "trait \"" + name + "\" is declared as one that sources tell", null);
    }
    check(new OccurrenceCondition(how.of(), Count.AT_LEAST_ONCE, how.window()));
    if (how.function().hasProperty()) {
      property(how.of(), how.property(), ValueTest.EXISTS);
    }
  }

  private void check(Selection of) {
    properties(of);
    of.where().forEach(one -> property(of, one.property(), one.test()));
  }

  private Type type(Calculation how) {
    if (how.function().isNumber()) {
      return Type.NUMBER;
    }
    Map<String, Map<String, Type>> known =
        how.of().type() == Selection.Type.EVENT ? events : records;
    return known.getOrDefault(how.of().name(), Map.of()).getOrDefault(how.property(), Type.ANY);
  }

  private void trait(String name, ValueTest test) {
    check("trait", name, computed.containsKey(name) ? computed : traits, test);
  }

  private void check(AggregateCondition condition) {
    if (condition.function().hasProperty()) {
      ValueTest test = condition.function().isNumber() ? ValueTest.EXISTS : condition.test();
      property(condition.of(), condition.property(), test);
    }
  }

  private void property(Selection of, String name, ValueTest test) {
    String what = of.type() == Selection.Type.EVENT ? "property" : "field";
    check(what + " of " + of.name(), name, properties(of), test);
  }

  /** Returns the declared properties of an event or fields of records; empty if all are allowed. */
  private Map<String, Type> properties(Selection of) {
    boolean event = of.type() == Selection.Type.EVENT;
    Map<String, Map<String, Type>> known = event ? events : records;
    if (event && known.isEmpty()) {
      return Map.of();
    }
    Map<String, Type> properties = known.get(of.name());
    if (properties == null) {
      throw unknown(event ? "event" : "kind of records", of.name(), known.keySet());
    }
    return properties;
  }

  private static void check(String what, String name, Map<String, Type> known, ValueTest test) {
    if (known.isEmpty()) {
      return;
    }
    Type type = known.get(name);
    if (type == null) {
      throw unknown(what, name, known.keySet());
    }
    String needed = Comparison.typeNeeded(test);
    if (!type.accepts(needed)) {
      String declared = type.name().toLowerCase(Locale.ROOT);
      throw new SegmentSchemaException(
          name,
          what
              + " \""
              + name
              + "\" is a "
              + declared
              + ", which no test of a "
              + needed
              + " passes",
          null);
    }
  }

  private static SegmentSchemaException unknown(
      String what, String name, Collection<String> known) {
    return new SegmentSchemaException(
        name, "there is no " + what + " \"" + name + "\"", nearest(name, known));
  }

  private static @Nullable String nearest(String name, Collection<String> known) {
    String best = null;
    int least = Math.max(1, name.length() / 2);
    for (String one : known.stream().sorted().toList()) {
      String folded = one.toLowerCase(Locale.ROOT);
      int distance = DISTANCE.apply(name.toLowerCase(Locale.ROOT), folded);
      if (distance >= 0 && distance <= least && (best == null || distance < least)) {
        best = one;
        least = distance;
      }
    }
    return best;
  }

  private static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
    Map<String, V> larger = new TreeMap<>(map);
    larger.put(name, value);
    return Collections.unmodifiableMap(larger);
  }

  /** Returns what is declared, as counts. */
  @Override
  public String toString() {
    return "Schema"
        + List.of(traits.size() + " traits", events.size() + " events", records.size() + " kinds");
  }
}
