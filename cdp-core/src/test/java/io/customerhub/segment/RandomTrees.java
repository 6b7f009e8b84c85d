package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Random conditions over a small vocabulary, so that they often meet random facts. */
final class RandomTrees {

  static final List<String> EVENTS = List.of("Order Completed", "Page \"Viewed\"");
  static final List<String> NAMES = List.of("plan", "a.b", "größe", "not", "it's");
  static final List<Object> VALUES =
      List.of(
          "gold",
          "Gold",
          "it's \"x\"\n",
          "\u00e9t\u00e9",
          "",
          new BigDecimal("1"),
          new BigDecimal("2.50"),
          new BigDecimal("-3"),
          new BigDecimal("99999999999999999999"),
          true,
          false);

  private final Random random;

  RandomTrees(Random random) {
    this.random = random;
  }

  Condition tree(int depth) {
    int kind = random.nextInt(depth > 0 ? 9 : 5);
    return switch (kind) {
      case 0 -> new TraitCondition(one(NAMES), test());
      case 1, 2 -> new EventCondition(one(EVENTS), where(), count(), window());
      case 3 ->
          new AggregateCondition(
              one(List.of(Aggregate.values())),
              one(NAMES),
              one(EVENTS),
              where(),
              numberTest(),
              window());
      case 4 -> new SegmentCondition(one(List.of("vip", "sup\"pressed")));
      case 5 -> new Condition.All(trees(depth, 0));
      case 6 -> new Condition.Any(trees(depth, 0));
      case 7 -> new Condition.Not(tree(depth - 1));
      default -> atLeast(trees(depth, 1));
    };
  }

  private Condition atLeast(List<Condition> parts) {
    return new Condition.AtLeast(1 + random.nextInt(parts.size()), parts);
  }

  private List<Condition> trees(int depth, int fewest) {
    return IntStream.range(0, fewest + random.nextInt(4)).mapToObj(i -> tree(depth - 1)).toList();
  }

  private List<PropertyTest> where() {
    List<PropertyTest> tests = new ArrayList<>();
    while (random.nextInt(6) == 0) {
      tests.add(new PropertyTest(one(NAMES), test()));
    }
    return tests;
  }

  private Count count() {
    int n = random.nextInt(4);
    return switch (random.nextInt(5)) {
      case 0 -> Count.NONE;
      case 1 -> Count.atLeast(n);
      case 2 -> Count.atMost(n);
      case 3 -> Count.exactly(n);
      default -> new Count(n, n + random.nextInt(3));
    };
  }

  private Window window() {
    return switch (random.nextInt(6)) {
      case 0 -> Window.ALL_TIME;
      case 1 -> {
        Instant from = Instant.parse("2026-01-20T00:00:00Z").plusSeconds(random.nextInt(9_000_000));
        yield new Window.Between(from, from.plusSeconds(1 + random.nextInt(5_000_000)));
      }
      default -> new Window.Last(span());
    };
  }

  Span span() {
    return switch (random.nextInt(5)) {
      case 0 -> Conditions.days(1 + random.nextInt(60));
      case 1 -> Conditions.weeks(1 + random.nextInt(5));
      case 2 -> Conditions.months(1 + random.nextInt(4));
      case 3 -> Conditions.hours(1 + random.nextInt(1_000));
      default -> Conditions.seconds(1 + random.nextInt(3_000_000));
    };
  }

  ValueTest test() {
    ValueTest positive = positive();
    return random.nextInt(3) == 0 ? new ValueTest.Not(positive) : positive;
  }

  private ValueTest numberTest() {
    ValueTest test =
        random.nextInt(3) == 0
            ? new ValueTest.Between(random.nextInt(3), 3 + random.nextInt(3))
            : new ValueTest.Compare(one(List.of(ValueTest.Op.values())), random.nextInt(5), false);
    return random.nextInt(4) == 0 ? new ValueTest.Not(test) : test;
  }

  private ValueTest positive() {
    Object value = one(VALUES);
    boolean ignoring = value instanceof String && random.nextBoolean();
    return switch (random.nextInt(6)) {
      case 0 -> ValueTest.EXISTS;
      case 1 -> new ValueTest.In(values(ignoring), ignoring);
      case 2 ->
          new ValueTest.Text(
              one(List.of(ValueTest.Part.values())), one(List.of("G", "it's", "")), ignoring);
      case 3 ->
          random.nextBoolean() ? new ValueTest.Between(1, 5) : new ValueTest.Between("G", "h");
      default ->
          new ValueTest.Compare(
              value instanceof Boolean ? ValueTest.Op.EQ : one(List.of(ValueTest.Op.values())),
              value,
              ignoring);
    };
  }

  private Set<Object> values(boolean text) {
    Set<Object> values = new LinkedHashSet<>();
    do {
      Object value = one(VALUES);
      values.add(text && !(value instanceof String) ? "gold" : value);
    } while (random.nextInt(3) > 0);
    return values;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
