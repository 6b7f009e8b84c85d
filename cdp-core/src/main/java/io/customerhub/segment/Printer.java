package io.customerhub.segment;

import java.util.List;
import java.util.regex.Pattern;

/** Writes conditions as text; what {@link Parser} reads. Not thread-safe. */
final class Printer {

  private static final Pattern BARE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final StringBuilder out = new StringBuilder();
  private final TestPrinter tests = new TestPrinter(this);

  static String text(ValueTest test) {
    return new Printer().test(test).toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  Printer condition(Condition condition) {
    if (condition instanceof Condition.All all) {
      return joined(all.parts(), " and ", "all of ");
    }
    if (condition instanceof Condition.Any any) {
      return joined(any.parts(), " or ", "any of ");
    }
    if (condition instanceof Condition.Not not) {
      return add("not ").part(not.part());
    }
    if (condition instanceof Condition.AtLeast atLeast) {
      return add("at least " + atLeast.needed() + " of ").list(atLeast.parts());
    }
    if (condition instanceof SegmentCondition segment) {
      return add("in segment ").quoted(segment.segment());
    }
    return condition instanceof TraitCondition trait
        ? add("trait.").name(trait.trait()).add(" ").test(trait.test())
        : facts(condition);
  }

  private Printer facts(Condition condition) {
    if (condition instanceof OccurrenceCondition occurrence) {
      return occurrence(occurrence);
    }
    if (condition instanceof AggregateCondition aggregate) {
      return aggregate(aggregate);
    }
    if (condition instanceof PatternCondition pattern) {
      return new PatternPrinter(this).pattern(pattern);
    }
    if (condition instanceof PersonCondition person) {
      return person(person);
    }
    if (condition instanceof ConsentCondition consent) {
      return consent(consent);
    }
    if (condition instanceof RfmCondition rfm) {
      return add("rfm." + JsonTestWriter.lower(rfm.part()) + " ").test(rfm.test());
    }
    if (condition instanceof PredictedCondition predicted) {
      Span ahead = predicted.ahead();
      return add(predicted.measure().words() + (ahead == null ? " " : " in next " + ahead + " "))
          .test(predicted.test());
    }
    if (condition instanceof SequenceCondition sequence) {
      return new PatternPrinter(this).sequence(sequence);
    }
    throw new AssertionError(condition.getClass());
  }

  private Printer person(PersonCondition condition) {
    if (condition instanceof PersonCondition.Bucket bucket) {
      boolean fromStart = bucket.from().signum() == 0;
      return add("random ")
          .add(fromStart ? "" : bucket.from().toPlainString() + " to ")
          .add(bucket.to().toPlainString() + " percent of ")
          .quoted(bucket.salt());
    }
    if (condition instanceof PersonCondition.Anonymous) {
      return add("is anonymous");
    }
    if (condition instanceof PersonCondition.HasIdentifier has) {
      return add("has identifier ").name(has.namespace());
    }
    if (condition instanceof PersonCondition.Merged merged) {
      return add("merged in last " + merged.span());
    }
    if (condition instanceof PersonCondition.Moved moved) {
      boolean entered = moved.turn() == PersonCondition.Turn.ENTERED;
      return add(entered ? "entered segment " : "left segment ")
          .quoted(moved.segment())
          .add(" in last " + moved.span());
    }
    if (condition instanceof PersonCondition.WasIn was) {
      return add("was in segment ").quoted(was.segment()).add(" at ").quoted(was.at().toString());
    }
    if (condition instanceof PersonCondition.WasInAgo was) {
      return add("was in segment ").quoted(was.segment()).add(" " + was.ago() + " ago");
    }
    PersonCondition.Held held = (PersonCondition.Held) condition;
    return add("trait.")
        .name(held.trait())
        .add(" has been ")
        .test(held.test())
        .add(" for " + held.span());
  }

  private Printer consent(ConsentCondition condition) {
    add("consent ").quoted(condition.purpose());
    if (!condition.channel().isEmpty()) {
      add(" by ").quoted(condition.channel());
    }
    return add(" " + JsonTestWriter.lower(condition.status()));
  }

  private Printer occurrence(OccurrenceCondition condition) {
    boolean none = condition.count().equals(Count.NONE);
    if (condition.of().type() == Selection.Type.EVENT) {
      add(none ? "did not " : "did ");
    } else {
      add(none ? "has no " : "has ");
    }
    selection(condition.of());
    if (!none && !condition.count().equals(Count.AT_LEAST_ONCE)) {
      add(" " + condition.count());
    }
    return window(condition.window());
  }

  private Printer aggregate(AggregateCondition condition) {
    return calculation(condition.calculation())
        .add(" ")
        .test(condition.test())
        .window(condition.window());
  }

  /** Writes all but the window. */
  Printer calculation(Calculation calculation) {
    add(calculation.function().words()).add(" of ");
    if (calculation.function().hasProperty()) {
      name(calculation.property()).add(" of ");
    }
    return selection(calculation.of());
  }

  Printer selection(Selection of) {
    boolean event = of.type() == Selection.Type.EVENT;
    (event ? quoted(of.name()) : add(of.name())).add(of.where().isEmpty() ? "" : " ");
    return of.where().isEmpty() ? this : properties(of.where());
  }

  Printer test(ValueTest test) {
    return tests.test(test);
  }

  /** Writes tests of properties in parentheses. */
  Printer properties(List<PropertyTest> tests) {
    String separator = "(";
    for (PropertyTest test : tests) {
      add(separator).name(test.property()).add(" ").test(test.test());
      separator = " and ";
    }
    return add(")");
  }

  private Printer joined(List<Condition> parts, String word, String otherwise) {
    if (parts.size() < 2) {
      return add(otherwise).list(parts);
    }
    String separator = "";
    for (Condition part : parts) {
      add(separator).part(part);
      separator = word;
    }
    return this;
  }

  /** A part that is itself joined gets parentheses, though "and" would bind tighter than "or". */
  private Printer part(Condition part) {
    boolean joined =
        (part instanceof Condition.All || part instanceof Condition.Any)
            && Tree.children(part).size() > 1;
    return joined ? add("(").condition(part).add(")") : condition(part);
  }

  private Printer list(List<Condition> parts) {
    String separator = "(";
    for (Condition part : parts) {
      add(separator).condition(part);
      separator = ", ";
    }
    return add(parts.isEmpty() ? "()" : ")");
  }

  Printer window(Window window) {
    return window instanceof Window.AllTime ? this : add(" " + window);
  }

  Printer name(String name) {
    return BARE_NAME.matcher(name).matches() ? add(name) : quoted(name);
  }

  Printer quoted(String text) {
    return add("\"").add(text.replace("\"", "\"\"")).add("\"");
  }

  Printer add(String text) {
    out.append(text);
    return this;
  }
}
