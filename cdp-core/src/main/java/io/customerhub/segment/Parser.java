package io.customerhub.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads conditions by recursive descent; see {@link Grammar}. Not thread-safe. */
final class Parser {

  private final TokenStream in;
  private final LiteralParser literals;
  private final TestParser tests;
  private final OccurrenceParser occurrences;
  private final List<Function<Token, @Nullable Condition>> parsers;
  private int depth;

  Parser(String text) {
    this.in = new TokenStream(text);
    this.literals = new LiteralParser(in);
    this.tests = new TestParser(in, literals);
    this.occurrences = new OccurrenceParser(in, literals, tests);
    PatternParser patterns = new PatternParser(in, literals, occurrences);
    PersonParser people = new PersonParser(in, literals);
    this.parsers = List.of(patterns::parse, people::parse, occurrences::parse);
  }

  Condition parse() {
    return whole(or());
  }

  Calculation calculation() {
    return whole(occurrences.calculation(in.peek()));
  }

  private <T> T whole(T read) {
    if (in.peek().kind() != Token.Kind.END) {
      in.tried("the end");
      throw in.error();
    }
    return read;
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
    for (Function<Token, @Nullable Condition> parser : parsers) {
      Condition condition = parser.apply(start);
      if (condition != null) {
        return condition;
      }
    }
    if (in.accept("rfm")) {
      return rfm(start);
    }
    for (PredictedCondition.Measure measure : PredictedCondition.Measure.values()) {
      if (in.accept(measure.words().split(" "))) {
        return predicted(start, measure);
      }
    }
    if (in.accept("in", "segment")) {
      String name = literals.quoted("a segment's name in quotation marks");
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
      int needed = literals.integer();
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

  private Condition rfm(Token start) {
    in.expectSymbol(".");
    for (RfmCondition.Part part : RfmCondition.Part.values()) {
      if (in.accept(JsonTestWriter.lower(part))) {
        ValueTest test = tests.test();
        return TokenStream.make(start, () -> new RfmCondition(part, test));
      }
    }
    throw in.error();
  }

  private Condition predicted(Token start, PredictedCondition.Measure measure) {
    if (!measure.looksAhead()) {
      ValueTest test = tests.test();
      return TokenStream.make(start, () -> new PredictedCondition(measure, null, test));
    }
    in.expect("in next");
    Span ahead = literals.span();
    ValueTest test = tests.test();
    return TokenStream.make(start, () -> new PredictedCondition(measure, ahead, test));
  }

  private Condition trait(Token start) {
    in.expectSymbol(".");
    String name = literals.name("a trait's name");
    boolean held = in.accept("has", "been");
    ValueTest test = tests.test();
    if (held) {
      in.expect("for");
      Span span = literals.span();
      return TokenStream.make(start, () -> new PersonCondition.Held(name, test, span));
    }
    return TokenStream.make(start, () -> new TraitCondition(name, test));
  }
}
