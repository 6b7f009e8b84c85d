package io.customerhub.segment;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads names, values and tests of values. Not thread-safe. */
final class TestParser {

  /** Longer than any number that is kept; keeps the conversion itself cheap. */
  private static final int NUMBER_LENGTH = 250;

  private final TokenStream in;

  TestParser(TokenStream in) {
    this.in = in;
  }

  ValueTest test() {
    Token start = in.peek();
    if (in.accept("exists")) {
      return ValueTest.EXISTS;
    }
    if (in.accept("missing")) {
      return ValueTest.MISSING;
    }
    if (in.acceptSymbol("!=") || in.acceptSymbol("<>")) {
      return new ValueTest.Not(compare(start, ValueTest.Op.EQ));
    }
    if (in.accept("not")) {
      return new ValueTest.Not(positive(in.peek()));
    }
    return in.accept("does", "not") ? new ValueTest.Not(verb(start)) : positive(start);
  }

  String name(String called) {
    in.tried(called);
    if (in.peek().kind() != Token.Kind.WORD && in.peek().kind() != Token.Kind.QUOTED) {
      throw in.error();
    }
    return in.next().text();
  }

  int integer() {
    Token token = in.expect(Token.Kind.NUMBER, "a whole number");
    try {
      return Integer.parseInt(token.text());
    } catch (NumberFormatException e) {
      throw TokenStream.error(token, "not a whole number up to " + Integer.MAX_VALUE);
    }
  }

  private ValueTest positive(Token start) {
    for (ValueTest.Op op : ValueTest.Op.values()) {
      if (in.acceptSymbol(op.symbol())) {
        return compare(start, op);
      }
    }
    if (in.accept("between")) {
      Object low = value();
      in.expect("and");
      Object high = value();
      return TokenStream.make(start, () -> new ValueTest.Between(low, high));
    }
    return in.accept("in") ? in(start) : part(start);
  }

  private ValueTest compare(Token start, ValueTest.Op op) {
    Object value = value();
    boolean ignoring = ignoringCase();
    return TokenStream.make(start, () -> new ValueTest.Compare(op, value, ignoring));
  }

  private ValueTest in(Token start) {
    Set<Object> values = new LinkedHashSet<>();
    in.expectSymbol("(");
    do {
      values.add(value());
    } while (in.acceptSymbol(","));
    in.expectSymbol(")");
    boolean ignoring = ignoringCase();
    return TokenStream.make(start, () -> new ValueTest.In(values, ignoring));
  }

  private ValueTest part(Token start) {
    for (ValueTest.Part part : ValueTest.Part.values()) {
      if (in.accept(Printer.words(part).split(" "))) {
        return text(start, part);
      }
    }
    throw in.error();
  }

  /** After "does not". */
  private ValueTest verb(Token start) {
    if (in.accept("contain")) {
      return text(start, ValueTest.Part.CONTAINS);
    }
    if (in.accept("start", "with")) {
      return text(start, ValueTest.Part.STARTS_WITH);
    }
    if (in.accept("end", "with")) {
      return text(start, ValueTest.Part.ENDS_WITH);
    }
    throw in.error();
  }

  private ValueTest text(Token start, ValueTest.Part part) {
    String value = in.expect(Token.Kind.QUOTED, "a text in quotation marks").text();
    boolean ignoring = ignoringCase();
    return TokenStream.make(start, () -> new ValueTest.Text(part, value, ignoring));
  }

  private boolean ignoringCase() {
    return in.accept("ignoring", "case");
  }

  private Object value() {
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
    if (token.kind() == Token.Kind.QUOTED) {
      in.next();
      return TokenStream.make(token, () -> Literals.scalar(token.text()));
    }
    throw in.error();
  }

  private static Object number(Token token) {
    if (token.text().length() > NUMBER_LENGTH) {
      throw TokenStream.error(token, "too many digits");
    }
    return TokenStream.make(token, () -> Literals.scalar(new BigDecimal(token.text())));
  }
}
