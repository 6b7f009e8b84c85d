package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** Reads names, values, dates and spans. Not thread-safe. */
final class LiteralParser {

  /** Longer than any number that is kept; keeps the conversion itself cheap. */
  private static final int NUMBER_LENGTH = 250;

  private final TokenStream in;
  private boolean bareWords;

  LiteralParser(TokenStream in) {
    this.in = in;
  }

  /** Makes values of one word need no quotes, or need them again; returns what was before. */
  boolean bareWords(boolean allowed) {
    boolean before = bareWords;
    bareWords = allowed;
    return before;
  }

  String name(String called) {
    in.tried(called);
    if (in.peek().kind() != Token.Kind.WORD && in.peek().kind() != Token.Kind.QUOTED) {
      throw in.error();
    }
    return in.next().text();
  }

  String quoted(String called) {
    return in.expect(Token.Kind.QUOTED, called).text();
  }

  int integer() {
    Token token = in.expect(Token.Kind.NUMBER, "a whole number");
    try {
      return Integer.parseInt(token.text());
    } catch (NumberFormatException e) {
      throw TokenStream.error(token, "not a whole number up to " + Integer.MAX_VALUE);
    }
  }

  BigDecimal decimal() {
    return number(in.expect(Token.Kind.NUMBER, "a number"));
  }

  Object value() {
    if (in.accept("true")) {
      return true;
    }
    if (in.accept("false")) {
      return false;
    }
    in.tried("a number");
    in.tried("a text in quotation marks");
    Token token = in.peek();
    if (token.kind() == Token.Kind.NUMBER) {
      return number(in.next());
    }
    if (token.kind() == Token.Kind.QUOTED || (bareWords && token.kind() == Token.Kind.WORD)) {
      in.next();
      return TokenStream.make(token, () -> Literals.scalar(token.text()));
    }
    throw in.error();
  }

  /** Reads values in parentheses. */
  Set<Object> values() {
    Set<Object> values = new LinkedHashSet<>();
    in.expectSymbol("(");
    do {
      values.add(value());
    } while (in.acceptSymbol(","));
    in.expectSymbol(")");
    return values;
  }

  Folding folding() {
    boolean ignoringCase = in.accept("ignoring", "case");
    boolean ignoringAccents = in.accept("ignoring", "accents");
    return Folding.of(ignoringCase || in.accept("ignoring", "case"), ignoringAccents);
  }

  Span span() {
    Token start = in.peek();
    long amount = integer();
    Span.Unit unit = unit();
    return TokenStream.make(start, () -> new Span(amount, unit));
  }

  Span.Unit unit() {
    for (Span.Unit unit : Span.Unit.values()) {
      if (in.accept(unit.word() + "s") || in.accept(unit.word())) {
        return unit;
      }
    }
    throw in.error();
  }

  Instant instant() {
    return parsed("an instant such as \"2026-01-31T00:00:00Z\"", Instant::parse);
  }

  LocalDate day() {
    return parsed("a day such as \"2026-01-31\"", LocalDate::parse);
  }

  LocalTime time() {
    return parsed("a time of day such as \"09:00\"", LocalTime::parse);
  }

  /** Reads a day or an instant. */
  Temporal date() {
    return parsed(
        "a day such as \"2026-01-31\" or an instant such as \"2026-01-31T00:00:00Z\"",
        text -> text.indexOf('T') < 0 ? LocalDate.parse(text) : Instant.parse(text));
  }

  private <T> T parsed(String called, Function<String, T> parse) {
    Token token = in.expect(Token.Kind.QUOTED, called);
    try {
      return parse.apply(token.text());
    } catch (DateTimeException e) {
      throw TokenStream.error(token, "not " + called);
    }
  }

  private static BigDecimal number(Token token) {
    if (token.text().length() > NUMBER_LENGTH) {
      throw TokenStream.error(token, "too many digits");
    }
    return TokenStream.make(
        token, () -> (BigDecimal) Literals.scalar(new BigDecimal(token.text())));
  }
}
