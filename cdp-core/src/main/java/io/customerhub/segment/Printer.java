package io.customerhub.segment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes conditions as text; what {@link Parser} reads. Not thread-safe. */
final class Printer {

  private static final Pattern BARE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final StringBuilder out = new StringBuilder();

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
    if (condition instanceof TraitCondition trait) {
      return add("trait.").name(trait.trait()).space().test(trait.test());
    }
    return condition instanceof EventCondition event ? event(event) : aggregate(condition);
  }

  private Printer event(EventCondition event) {
    boolean none = event.count().equals(Count.NONE);
    add(none ? "did not " : "did ").quoted(event.event()).where(event.where());
    if (!none && !event.count().equals(Count.AT_LEAST_ONCE)) {
      add(" " + event.count());
    }
    return window(event.window());
  }

  private Printer aggregate(Condition condition) {
    if (!(condition instanceof AggregateCondition aggregate)) {
      throw new AssertionError(condition.getClass());
    }
    return add(aggregate.function().words())
        .add(" of ")
        .name(aggregate.property())
        .add(" of ")
        .quoted(aggregate.event())
        .where(aggregate.where())
        .space()
        .test(aggregate.test())
        .window(aggregate.window());
  }

  Printer test(ValueTest test) {
    if (test instanceof ValueTest.Not not) {
      return negated(not.test());
    }
    if (test instanceof ValueTest.Compare compare) {
      return add(compare.op().symbol() + " ").value(compare.value()).caseOf(compare.ignoringCase());
    }
    if (test instanceof ValueTest.Between between) {
      return add("between ").value(between.low()).add(" and ").value(between.high());
    }
    if (test instanceof ValueTest.In in) {
      return add("in ").values(in.values()).caseOf(in.ignoringCase());
    }
    if (test instanceof ValueTest.Text text) {
      return add(words(text.part()) + " ").quoted(text.value()).caseOf(text.ignoringCase());
    }
    if (test instanceof ValueTest.Exists) {
      return add("exists");
    }
    throw new AssertionError(test.getClass());
  }

  private Printer negated(ValueTest test) {
    if (test instanceof ValueTest.Exists) {
      return add("missing");
    }
    boolean differs = test instanceof ValueTest.Compare compare && compare.op() == ValueTest.Op.EQ;
    return add(differs ? "!" : "not ").test(test);
  }

  static String words(ValueTest.Part part) {
    return switch (part) {
      case CONTAINS -> "contains";
      case STARTS_WITH -> "starts with";
      case ENDS_WITH -> "ends with";
    };
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

  private Printer where(List<PropertyTest> tests) {
    String separator = " (";
    for (PropertyTest test : tests) {
      add(separator).name(test.property()).space().test(test.test());
      separator = " and ";
    }
    return add(tests.isEmpty() ? "" : ")");
  }

  private Printer window(Window window) {
    return window instanceof Window.AllTime ? this : add(" " + window);
  }

  private Printer values(Collection<Object> values) {
    String separator = "(";
    for (Object value : values) {
      add(separator).value(value);
      separator = ", ";
    }
    return add(")");
  }

  private Printer value(Object value) {
    if (value instanceof String text) {
      return quoted(text);
    }
    return value instanceof BigDecimal number
        ? add(number.toPlainString())
        : add(value.toString().toLowerCase(Locale.ROOT));
  }

  private Printer caseOf(boolean ignoring) {
    return add(ignoring ? " ignoring case" : "");
  }

  Printer name(String name) {
    return BARE_NAME.matcher(name).matches() ? add(name) : quoted(name);
  }

  private Printer quoted(String text) {
    return add("\"").add(text.replace("\"", "\"\"")).add("\"");
  }

  Printer space() {
    return add(" ");
  }

  private Printer add(String text) {
    out.append(text);
    return this;
  }
}
