package io.customerhub.segment;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads conditions by recursive descent; see {@link Grammar}. Not thread-safe. */
final class Parser {

  private final TokenStream in;
  private final TestParser tests;
  private int depth;

  Parser(String text) {
    this.in = new TokenStream(text);
    this.tests = new TestParser(in);
  }

  Condition parse() {
    Condition condition = or();
    if (in.peek().kind() != Token.Kind.END) {
      in.tried("the end");
      throw in.error();
    }
    return condition;
  }

  private Condition or() {
    return joined("or", this::and, Condition.Any::new);
  }

  private Condition and() {
    return joined("and", this::unary, Condition.All::new);
  }

  private Condition joined(
      String word, Supplier<Condition> part, Function<List<Condition>, Condition> join) {
    Token start = in.peek();
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(part.get());
    } while (in.accept(word));
    return parts.size() == 1 ? parts.get(0) : TokenStream.make(start, () -> join.apply(parts));
  }

  private Condition unary() {
    Token start = in.peek();
    if (in.accept("not")) {
      Condition part = nested(start, this::unary);
      return TokenStream.make(start, () -> new Condition.Not(part));
    }
    return primary(start);
  }

  private Condition primary(Token start) {
    if (in.accept("trait")) {
      return trait(start);
    }
    if (in.accept("did")) {
      return event(start);
    }
    for (Aggregate function : Aggregate.values()) {
      if (in.accept(function.words().split(" "))) {
        return aggregate(start, function);
      }
    }
    if (in.accept("in", "segment")) {
      String name = in.expect(Token.Kind.QUOTED, "a segment's name in quotation marks").text();
      return TokenStream.make(start, () -> new SegmentCondition(name));
    }
    return group(start);
  }

  private Condition group(Token start) {
    if (in.accept("all", "of")) {
      List<Condition> parts = list(start);
      return TokenStream.make(start, () -> new Condition.All(parts));
    }
    if (in.accept("any", "of")) {
      List<Condition> parts = list(start);
      return TokenStream.make(start, () -> new Condition.Any(parts));
    }
    if (in.accept("at", "least")) {
      int needed = tests.integer();
      in.expect("of");
      List<Condition> parts = list(start);
      return TokenStream.make(start, () -> new Condition.AtLeast(needed, parts));
    }
    in.expectSymbol("(");
    Condition condition = nested(start, this::or);
    in.expectSymbol(")");
    return condition;
  }

  private List<Condition> list(Token start) {
    List<Condition> parts = new ArrayList<>();
    in.expectSymbol("(");
    if (in.acceptSymbol(")")) {
      return parts;
    }
    do {
      parts.add(nested(start, this::or));
    } while (in.acceptSymbol(","));
    in.expectSymbol(")");
    return parts;
  }

  private Condition nested(Token start, Supplier<Condition> inner) {
    if (++depth >= SegmentLimits.DEPTH) {
      throw TokenStream.error(start, "nested deeper than " + SegmentLimits.DEPTH + " levels");
    }
    Condition condition = inner.get();
    depth--;
    return condition;
  }

  private Condition trait(Token start) {
    in.expectSymbol(".");
    String name = tests.name("a trait's name");
    ValueTest test = tests.test();
    return TokenStream.make(start, () -> new TraitCondition(name, test));
  }

  private Condition event(Token start) {
    boolean none = in.accept("not");
    String name = eventName();
    List<PropertyTest> where = where();
    Count count = none ? Count.NONE : count();
    Window window = window();
    return TokenStream.make(start, () -> new EventCondition(name, where, count, window));
  }

  private Condition aggregate(Token start, Aggregate function) {
    in.expect("of");
    String property = tests.name("a property's name");
    in.expect("of");
    String event = eventName();
    List<PropertyTest> where = where();
    ValueTest test = tests.test();
    Window window = window();
    return TokenStream.make(
        start, () -> new AggregateCondition(function, property, event, where, test, window));
  }

  private String eventName() {
    return in.expect(Token.Kind.QUOTED, "an event's name in quotation marks").text();
  }

  private List<PropertyTest> where() {
    List<PropertyTest> found = new ArrayList<>();
    if (!in.acceptSymbol("(")) {
      return found;
    }
    do {
      Token start = in.peek();
      String name = tests.name("a property's name");
      ValueTest test = tests.test();
      found.add(TokenStream.make(start, () -> new PropertyTest(name, test)));
    } while (in.accept("and"));
    in.expectSymbol(")");
    return found;
  }

  private Count count() {
    Token start = in.peek();
    if (in.accept("exactly")) {
      return times(start, Count::exactly);
    }
    if (in.accept("at", "least")) {
      return times(start, Count::atLeast);
    }
    if (in.accept("at", "most")) {
      return times(start, Count::atMost);
    }
    if (in.accept("between")) {
      int min = tests.integer();
      in.expect("and");
      return times(start, max -> new Count(min, max));
    }
    return Count.AT_LEAST_ONCE;
  }

  private Count times(Token start, Function<Integer, Count> range) {
    int number = tests.integer();
    if (!in.accept("times")) {
      in.expect("time");
    }
    return TokenStream.make(start, () -> range.apply(number));
  }

  private Window window() {
    Token start = in.peek();
    if (in.accept("in", "last")) {
      Span span = span();
      return new Window.Last(span);
    }
    if (in.accept("from")) {
      Instant from = instant();
      in.expect("to");
      Instant to = instant();
      return TokenStream.make(start, () -> new Window.Between(from, to));
    }
    return Window.ALL_TIME;
  }

  private Span span() {
    Token start = in.peek();
    long amount = tests.integer();
    for (Span.Unit unit : Span.Unit.values()) {
      if (in.accept(unit.word() + "s") || in.accept(unit.word())) {
        return TokenStream.make(start, () -> new Span(amount, unit));
      }
    }
    throw in.error();
  }

  private Instant instant() {
    Token token = in.expect(Token.Kind.QUOTED, "an instant such as \"2026-01-31T00:00:00Z\"");
    try {
      return Instant.parse(token.text());
    } catch (DateTimeException e) {
      throw TokenStream.error(token, "not an instant such as \"2026-01-31T00:00:00Z\"");
    }
  }
}
