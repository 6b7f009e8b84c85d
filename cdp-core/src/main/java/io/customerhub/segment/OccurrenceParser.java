package io.customerhub.segment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads conditions of events and records. Not thread-safe. */
final class OccurrenceParser {

  private final TokenStream in;
  private final LiteralParser literals;
  private final TestParser tests;

  OccurrenceParser(TokenStream in, LiteralParser literals, TestParser tests) {
    this.in = in;
    this.literals = literals;
    this.tests = tests;
  }

  /** Returns the condition, or null if none starts here. */
  @Nullable Condition parse(Token start) {
    if (in.accept("did")) {
      boolean none = in.accept("not");
      return occurrence(start, none, event());
    }
    if (in.accept("has")) {
      boolean none = in.accept("no");
      return occurrence(start, none, record());
    }
    for (Aggregate function : Aggregate.values()) {
      if (in.accept((function.words() + " of").split(" "))) {
        return aggregate(start, function);
      }
    }
    return null;
  }

  /** Reads an event's name in quotes or a kind of records, each with its tests. */
  Selection selection() {
    return in.peek().kind() == Token.Kind.QUOTED ? event() : record();
  }

  Window window() {
    Token start = in.peek();
    if (in.accept("in", "last")) {
      return new Window.Last(literals.span());
    }
    if (in.accept("from")) {
      Instant from = literals.instant();
      in.expect("to");
      Instant to = literals.instant();
      return TokenStream.make(start, () -> new Window.Between(from, to));
    }
    if (in.accept("since")) {
      return since();
    }
    return calendar();
  }

  Count count() {
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
      int min = literals.integer();
      in.expect("and");
      return times(start, max -> new Count(min, max));
    }
    return Count.AT_LEAST_ONCE;
  }

  private Condition occurrence(Token start, boolean none, Selection of) {
    if (!none && in.accept("for", "the", "first", "time")) {
      return new PatternCondition.FirstTime(of, window());
    }
    if (!none && in.accept("in", "at", "least")) {
      return regular(start, of);
    }
    Count count = none ? Count.NONE : count();
    Window window = window();
    return TokenStream.make(start, () -> new OccurrenceCondition(of, count, window));
  }

  private Condition regular(Token start, Selection of) {
    int needed = literals.integer();
    in.expect("of last");
    int periods = literals.integer();
    Span.Unit unit = literals.unit();
    return TokenStream.make(start, () -> new PatternCondition.Regular(of, needed, periods, unit));
  }

  /** Reads a function of facts with no comparison. */
  Calculation calculation(Token start) {
    for (Aggregate function : Aggregate.values()) {
      if (in.accept((function.words() + " of").split(" "))) {
        String property = property(function);
        Selection of = selection();
        Window window = window();
        return TokenStream.make(start, () -> new Calculation(function, property, of, window));
      }
    }
    throw in.error();
  }

  private String property(Aggregate function) {
    if (!function.hasProperty()) {
      return "";
    }
    String property = literals.name("a property's name");
    in.expect("of");
    return property;
  }

  private Condition aggregate(Token start, Aggregate function) {
    String name = property(function);
    Selection of = selection();
    ValueTest test = tests.test();
    Window window = window();
    return TokenStream.make(start, () -> new AggregateCondition(function, name, of, test, window));
  }

  private Selection event() {
    Token start = in.peek();
    String name = literals.quoted("an event's name in quotation marks");
    List<PropertyTest> where = in.acceptSymbol("(") ? tests.properties() : List.of();
    return TokenStream.make(start, () -> new Selection(Selection.Type.EVENT, name, where));
  }

  /** States and types of records are single words, which need no quotes here. */
  private Selection record() {
    Token start = in.peek();
    String kind = in.expect(Token.Kind.WORD, "a kind of records").text();
    boolean before = literals.bareWords(true);
    List<PropertyTest> where = in.acceptSymbol("(") ? tests.properties() : List.of();
    literals.bareWords(before);
    return TokenStream.make(start, () -> new Selection(Selection.Type.RECORD, kind, where));
  }

  private Window since() {
    boolean first = in.accept("first");
    if (!first) {
      in.expect("last");
    }
    Selection anchor = selection();
    return first ? Window.sinceFirst(anchor) : Window.sinceLast(anchor);
  }

  private Window calendar() {
    if (in.accept("today")) {
      return Window.TODAY;
    }
    if (in.accept("yesterday")) {
      return Window.YESTERDAY;
    }
    for (Window.Turn turn : Window.Turn.values()) {
      for (Period period : Period.values()) {
        if (in.accept(turn.name().toLowerCase(Locale.ROOT), period.word())) {
          return new Window.Calendar(turn, period);
        }
      }
    }
    return Window.ALL_TIME;
  }

  private Count times(Token start, Function<Integer, Count> range) {
    int number = literals.integer();
    if (!in.accept("times")) {
      in.expect("time");
    }
    return TokenStream.make(start, () -> range.apply(number));
  }
}
