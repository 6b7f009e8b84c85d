package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random conditions over a small vocabulary, so that they often meet random facts. */
final class RandomTrees {

  static final List<String> EVENTS = List.of("Order Completed", "Page \"Viewed\"");
  static final List<String> KINDS = List.of("deal", "task");

  static final List<String> NAMESPACES = List.of("email", "anonymous_id", "x y");

  private final Random random;
  private final RandomTests tests;

  RandomTrees(Random random) {
    this.random = random;
    this.tests = new RandomTests(random);
  }

  Condition tree(int depth) {
    int kind = random.nextInt(depth > 0 ? 17 : 13);
    return switch (kind) {
      case 0, 1 -> new TraitCondition(one(RandomTests.NAMES), tests.test());
      case 2, 3 -> new OccurrenceCondition(selection(), count(), window());
      case 4, 5 -> aggregate();
      case 6 -> new SegmentCondition(one(List.of("vip", "sup\"pressed")));
      case 7, 8 -> pattern();
      case 9 -> sequence();
      case 10 -> person();
      case 11 ->
          new ConsentCondition(
              one(List.of("news", "a \"b\"")),
              one(List.of("", "sms")),
              one(List.of(ConsentCondition.Status.values())));
      case 12 -> random.nextBoolean() ? predicted() : rfm();
      case 13 -> new Condition.All(trees(depth, 0));
      case 14 -> new Condition.Any(trees(depth, 0));
      case 15 -> new Condition.Not(tree(depth - 1));
      default -> atLeast(trees(depth, 1));
    };
  }

  private Condition rfm() {
    return new RfmCondition(one(List.of(RfmCondition.Part.values())), number());
  }

  private Condition predicted() {
    PredictedCondition.Measure measure = one(List.of(PredictedCondition.Measure.values()));
    Span ahead = new Span(1 + random.nextInt(20), one(List.of(Span.Unit.DAY, Span.Unit.MONTH)));
    return new PredictedCondition(measure, measure.looksAhead() ? ahead : null, number());
  }

  private ValueTest number() {
    return random.nextInt(4) == 0 ? ValueTest.MISSING : tests.numberTest();
  }

  private Condition pattern() {
    Selection of = selection();
    return switch (random.nextInt(7)) {
      case 0 -> new PatternCondition.FirstTime(of, window());
      case 1 ->
          new PatternCondition.Recency(of, one(List.of(PatternCondition.Side.values())), span());
      case 2 -> {
        int periods = 1 + random.nextInt(6);
        yield new PatternCondition.Regular(
            of, 1 + random.nextInt(periods), periods, one(List.of(Span.Unit.DAY, Span.Unit.WEEK)));
      }
      case 3 -> new PatternCondition.Stopped(of, span(), 1 + random.nextInt(2), span());
      case 4 -> new PatternCondition.Resumed(of, span(), window());
      case 5 ->
          new PatternCondition.Gap(
              one(List.of(PatternCondition.Interval.values())),
              of,
              one(List.of(ValueTest.Op.values())),
              one(List.of(Conditions.days(1), Conditions.days(12), Conditions.hours(25))),
              window());
      default ->
          new PatternCondition.Streak(of, 1 + random.nextInt(3), one(List.of(Period.values())));
    };
  }

  private Condition person() {
    return switch (random.nextInt(9)) {
      case 0 -> {
        int from = random.nextInt(9_000);
        yield new PersonCondition.Bucket(
            one(RandomTests.NAMES),
            BigDecimal.valueOf(random.nextBoolean() ? 0 : from, 2),
            BigDecimal.valueOf(from + 1 + random.nextInt(1_000), 2));
      }
      case 1 -> new PersonCondition.Anonymous();
      case 2 -> new PersonCondition.HasIdentifier(one(NAMESPACES));
      case 3 -> new PersonCondition.Merged(span());
      case 4 ->
          new PersonCondition.Moved(
              one(List.of(PersonCondition.Turn.values())),
              one(List.of("vip", "sup\"pressed")),
              span());
      case 5 ->
          new PersonCondition.WasIn(
              one(List.of("vip", "sup\"pressed")),
              Instant.parse("2026-02-01T06:00:00Z").plusSeconds(3_600L * random.nextInt(2_400)));
      case 6 -> new PersonCondition.WasInAgo(one(List.of("vip", "sup\"pressed")), span());
      default -> new PersonCondition.Held(one(RandomTests.NAMES), lasting(), span());
    };
  }

  /** A test of a value alone. */
  private ValueTest lasting() {
    ValueTest test = tests.test();
    while (TestTree.isTimed(test) || TestTree.all(test).anyMatch(CompareTrait.class::isInstance)) {
      test = tests.test();
    }
    return test;
  }

  private Condition sequence() {
    List<SequenceCondition.Step> steps = new ArrayList<>();
    steps.add(new SequenceCondition.Step(selection(), false, null));
    do {
      Span within = random.nextBoolean() ? span() : null;
      steps.add(new SequenceCondition.Step(selection(), random.nextInt(3) == 0, within));
    } while (steps.size() < SegmentLimits.STEPS && random.nextInt(3) > 0);
    String same = random.nextInt(3) == 0 ? one(RandomTests.NAMES) : "";
    Count count = random.nextBoolean() ? Count.AT_LEAST_ONCE : count();
    return new SequenceCondition(steps, same, random.nextInt(4) == 0, count, window());
  }

  Calculation calculation() {
    Aggregate function = one(List.of(Aggregate.values()));
    String property = function.hasProperty() ? one(RandomTests.NAMES) : "";
    return new Calculation(function, property, selection(), window());
  }

  private Condition aggregate() {
    Aggregate function = one(List.of(Aggregate.values()));
    return new AggregateCondition(
        function,
        function.hasProperty() ? one(RandomTests.NAMES) : "",
        selection(),
        function.isNumber() ? tests.numberTest() : tests.test(),
        window());
  }

  private Condition atLeast(List<Condition> parts) {
    return new Condition.AtLeast(1 + random.nextInt(parts.size()), parts);
  }

  private List<Condition> trees(int depth, int fewest) {
    return IntStream.range(0, fewest + random.nextInt(4)).mapToObj(i -> tree(depth - 1)).toList();
  }

  Selection selection() {
    Selection all =
        random.nextInt(3) > 0 ? Selection.event(one(EVENTS)) : Selection.record(one(KINDS));
    return random.nextInt(4) > 0 ? all : new Selection(all.type(), all.name(), tests.properties(1));
  }

  Count count() {
    int n = random.nextInt(4);
    return switch (random.nextInt(5)) {
      case 0 -> Count.NONE;
      case 1 -> Count.atLeast(n);
      case 2 -> Count.atMost(n);
      case 3 -> Count.exactly(n);
      default -> new Count(n, n + random.nextInt(3));
    };
  }

  Window window() {
    return switch (random.nextInt(9)) {
      case 0 -> Window.ALL_TIME;
      case 1 -> {
        Instant from = Instant.parse("2026-01-20T00:00:00Z").plusSeconds(random.nextInt(9_000_000));
        yield new Window.Between(from, from.plusSeconds(1 + random.nextInt(5_000_000)));
      }
      case 2, 3 ->
          new Window.Calendar(one(List.of(Window.Turn.values())), one(List.of(Period.values())));
      case 4 -> new Window.Since(one(List.of(Window.Pick.values())), selection());
      default -> new Window.Last(span());
    };
  }

  Span span() {
    return tests.span();
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
