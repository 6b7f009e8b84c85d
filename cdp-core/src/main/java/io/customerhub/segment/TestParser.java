package io.customerhub.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads tests of values. Not thread-safe. */
final class TestParser {

  private final TokenStream in;
  private final LiteralParser literals;
  private final DateTestParser dates;
  private int depth;

  TestParser(TokenStream in, LiteralParser literals) {
    this.in = in;
    this.literals = literals;
    this.dates = new DateTestParser(in, literals);
  }

  ValueTest test() {
    Token start = in.peek();
    if (++depth > SegmentLimits.TEST_DEPTH) {
      throw TokenStream.error(
          start, "tests nested deeper than " + SegmentLimits.TEST_DEPTH + " levels");
    }
    ValueTest test = test(start);
    depth--;
    return test;
  }

  /** Reads the tests of properties up to the closing parenthesis; the opening one was read. */
  List<PropertyTest> properties() {
    List<PropertyTest> found = new ArrayList<>();
    do {
      Token start = in.peek();
      String name = literals.name("a property's name");
      ValueTest test = test();
      found.add(TokenStream.make(start, () -> new PropertyTest(name, test)));
    } while (in.accept("and"));
    in.expectSymbol(")");
    return found;
  }

  private ValueTest test(Token start) {
    if (in.accept("exists")) {
      return ValueTest.EXISTS;
    }
    if (in.accept("missing")) {
      return ValueTest.MISSING;
    }
    if (in.acceptSymbol("!=") || in.acceptSymbol("<>")) {
      return not(start, compare(start, ValueTest.Op.EQ));
    }
    if (in.accept("has", "none")) {
      return not(start, has(start, ListTest.Quantifier.ANY));
    }
    if (in.accept("not")) {
      return not(start, positive(in.peek()));
    }
    return in.accept("does", "not") ? not(start, verb(start)) : positive(start);
  }

  private ValueTest positive(Token start) {
    for (ValueTest.Op op : ValueTest.Op.values()) {
      if (in.acceptSymbol(op.symbol())) {
        return compare(start, op);
      }
    }
    if (in.accept("between")) {
      Object low = literals.value();
      in.expect("and");
      Object high = literals.value();
      return TokenStream.make(start, () -> new ValueTest.Between(low, high));
    }
    if (in.accept("is", "empty")) {
      return ValueTest.EMPTY;
    }
    ValueTest date = dates.parse(start);
    if (date != null) {
      return date;
    }
    return in.accept("in") ? in(start) : listOrText(start);
  }

  private ValueTest listOrText(Token start) {
    for (ListTest.Quantifier quantifier : ListTest.Quantifier.values()) {
      String word = quantifier.name().toLowerCase(Locale.ROOT);
      if (in.accept("has", word)) {
        return has(start, quantifier);
      }
      if (in.accept(word, "match")) {
        return elements(start, quantifier);
      }
    }
    if (in.accept("size")) {
      ValueTest test = test();
      return TokenStream.make(start, () -> new ListTest.Size(test));
    }
    return in.accept("with") ? fields(start) : text(start);
  }

  private ValueTest compare(Token start, ValueTest.Op op) {
    if (in.acceptTrait()) {
      String trait = literals.name("a trait's name");
      Folding folding = literals.folding();
      return TokenStream.make(start, () -> new CompareTrait(op, trait, folding));
    }
    Object value = literals.value();
    Folding folding = literals.folding();
    return TokenStream.make(start, () -> new ValueTest.Compare(op, value, folding));
  }

  private ValueTest in(Token start) {
    Set<Object> values = literals.values();
    Folding folding = literals.folding();
    return TokenStream.make(start, () -> new ValueTest.In(values, folding));
  }

  private ValueTest has(Token start, ListTest.Quantifier quantifier) {
    Set<Object> values = literals.values();
    Folding folding = literals.folding();
    return TokenStream.make(start, () -> new ListTest.Has(quantifier, values, folding));
  }

  private ValueTest elements(Token start, ListTest.Quantifier quantifier) {
    ValueTest test = in.peek().isSymbol("(") ? fields(start) : test();
    return TokenStream.make(start, () -> new ListTest.Elements(quantifier, test));
  }

  private ValueTest fields(Token start) {
    in.expectSymbol("(");
    List<PropertyTest> tests = properties();
    return TokenStream.make(start, () -> new ListTest.Fields(tests));
  }

  private ValueTest text(Token start) {
    for (ValueTest.Part part : ValueTest.Part.values()) {
      if (in.accept(TestPrinter.words(part).split(" "))) {
        return text(start, part);
      }
    }
    if (in.accept("matches")) {
      return matches(start);
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
    if (in.accept("match")) {
      return matches(start);
    }
    throw in.error();
  }

  private ValueTest text(Token start, ValueTest.Part part) {
    String value = literals.quoted("a text in quotation marks");
    Folding folding = literals.folding();
    return TokenStream.make(start, () -> new ValueTest.Text(part, value, folding));
  }

  private ValueTest matches(Token start) {
    String regex = literals.quoted("a regular expression in quotation marks");
    boolean ignoringCase = in.accept("ignoring", "case");
    return TokenStream.make(start, () -> new Matches(regex, ignoringCase));
  }

  private static ValueTest not(Token start, ValueTest test) {
    return TokenStream.make(start, () -> new ValueTest.Not(test));
  }
}
