package io.customerhub.segment;

import java.util.List;
import java.util.stream.Stream;

/** Walks of a condition tree. */
final class Tree {

  private Tree() {}

  /** Returns the conditions directly below one, in order; none below a leaf. */
  static List<Condition> children(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.parts();
    }
    if (condition instanceof Condition.Any any) {
      return any.parts();
    }
    if (condition instanceof Condition.Not not) {
      return List.of(not.part());
    }
    if (condition instanceof Condition.AtLeast atLeast) {
      return atLeast.parts();
    }
    return List.of();
  }

  /** Returns which facts a leaf looks at. */
  static List<Selection> selections(Condition condition) {
    if (condition instanceof OccurrenceCondition occurrence) {
      return with(occurrence.of(), occurrence.window());
    }
    if (condition instanceof AggregateCondition aggregate) {
      return with(aggregate.of(), aggregate.window());
    }
    if (condition instanceof PatternCondition pattern) {
      return with(pattern.of(), window(pattern));
    }
    if (condition instanceof SequenceCondition sequence) {
      Stream<Selection> steps = sequence.steps().stream().map(SequenceCondition.Step::of);
      return Stream.concat(steps, anchors(sequence.window())).toList();
    }
    return List.of();
  }

  /** Returns the tests of values in a leaf, with all tests below them. */
  static Stream<ValueTest> tests(Condition condition) {
    Stream<ValueTest> where =
        selections(condition).stream().flatMap(of -> of.where().stream()).map(PropertyTest::test);
    return Stream.concat(own(condition), where).flatMap(TestTree::all);
  }

  private static Stream<ValueTest> own(Condition condition) {
    if (condition instanceof TraitCondition trait) {
      return Stream.of(trait.test());
    }
    if (condition instanceof PersonCondition.Held held) {
      return Stream.of(held.test());
    }
    if (condition instanceof RfmCondition rfm) {
      return Stream.of(rfm.test());
    }
    if (condition instanceof PredictedCondition predicted) {
      return Stream.of(predicted.test());
    }
    return condition instanceof AggregateCondition aggregate
        ? Stream.of(aggregate.test())
        : Stream.empty();
  }

  private static Window window(PatternCondition pattern) {
    if (pattern instanceof PatternCondition.FirstTime first) {
      return first.window();
    }
    if (pattern instanceof PatternCondition.Resumed resumed) {
      return resumed.window();
    }
    return pattern instanceof PatternCondition.Gap gap ? gap.window() : Window.ALL_TIME;
  }

  private static List<Selection> with(Selection of, Window window) {
    return Stream.concat(Stream.of(of), anchors(window)).toList();
  }

  private static Stream<Selection> anchors(Window window) {
    return window instanceof Window.Since since ? Stream.of(since.anchor()) : Stream.empty();
  }
}
