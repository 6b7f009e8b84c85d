package io.customerhub.segment;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Prepares conditions. What is rare is left to the {@link Evaluator}. */
final class NodeCompiler {

  private NodeCompiler() {}

  static Node compile(Condition condition, ZoneId zone) {
    if (condition instanceof Condition.All all) {
      return combined(all.parts(), all.parts().size(), zone);
    }
    if (condition instanceof Condition.Any any) {
      return combined(any.parts(), 1, zone);
    }
    if (condition instanceof Condition.AtLeast atLeast) {
      return combined(atLeast.parts(), atLeast.needed(), zone);
    }
    if (condition instanceof Condition.Not not) {
      return new Negated(compile(not.part(), zone));
    }
    if (condition instanceof TraitCondition trait) {
      return new TraitNode(trait, ValueCheck.of(trait.test()), isSteady(trait.test()));
    }
    if (condition instanceof SegmentCondition segment) {
      return new Inside(segment.segment());
    }
    return condition instanceof OccurrenceCondition occurrence && OccurrenceNode.takes(occurrence)
        ? new OccurrenceNode(occurrence, zone)
        : new General(condition);
  }

  /** Whether the outcome of a test of one value never changes. */
  static boolean isSteady(ValueTest test) {
    return !TestTree.isTimed(test) && TestTree.all(test).noneMatch(CompareTrait.class::isInstance);
  }

  /** What is cheap comes first: often it decides. */
  private static Node combined(List<Condition> parts, int needed, ZoneId zone) {
    Stream<Node> nodes = parts.stream().map(part -> compile(part, zone));
    return new Combined(
        nodes.sorted(Comparator.comparing(Node::isCheap).reversed()).toArray(Node[]::new), needed);
  }

  private record Negated(Node part) implements Node {

    @Override
    public boolean holds(Look look) {
      return !part.holds(look);
    }

    @Override
    public Outcome judge(Look look) {
      Outcome outcome = part.judge(look);
      return Outcome.of(!outcome.result(), outcome.due());
    }

    @Override
    public boolean isCheap() {
      return part.isCheap();
    }
  }

  private record Inside(String segment) implements Node {

    @Override
    public boolean holds(Look look) {
      return look.facts().inSegment(segment);
    }

    @Override
    public Outcome judge(Look look) {
      return Outcome.of(holds(look));
    }

    @Override
    public boolean isCheap() {
      return true;
    }
  }

  /** A trait that is not computed, as a rule; of one that is, the evaluator knows more. */
  private record TraitNode(TraitCondition condition, ValueCheck check, boolean steady)
      implements Node {

    @Override
    public boolean holds(Look look) {
      return look.facts().computed(condition.trait()).isPresent()
          ? look.evaluator().evaluate(condition).result()
          : check.passes(look.facts().trait(condition.trait()).orElse(null), look);
    }

    @Override
    public Outcome judge(Look look) {
      return steady && look.facts().computed(condition.trait()).isEmpty()
          ? Outcome.of(check.passes(look.facts().trait(condition.trait()).orElse(null), look))
          : Outcome.of(look.evaluator().evaluate(condition));
    }

    @Override
    public boolean isCheap() {
      return steady;
    }
  }

  private record General(Condition condition) implements Node {

    @Override
    public boolean holds(Look look) {
      return look.evaluator().evaluate(condition).result();
    }

    @Override
    public Outcome judge(Look look) {
      return Outcome.of(look.evaluator().evaluate(condition));
    }

    @Override
    public boolean isCheap() {
      return condition instanceof ConsentCondition;
    }
  }
}
