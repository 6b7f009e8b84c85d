package io.customerhub.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads conditions of rhythm and of order. Not thread-safe. */
final class PatternParser {

  private final TokenStream in;
  private final LiteralParser literals;
  private final OccurrenceParser occurrences;

  PatternParser(TokenStream in, LiteralParser literals, OccurrenceParser occurrences) {
    this.in = in;
    this.literals = literals;
    this.occurrences = occurrences;
  }

  /** Returns the condition, or null if none starts here. */
  @Nullable Condition parse(Token start) {
    if (in.accept("last", "did") || in.accept("last", "had")) {
      return recency();
    }
    if (in.accept("stopped")) {
      return stopped(start);
    }
    if (in.accept("resumed")) {
      Selection of = occurrences.selection();
      in.expect("after");
      Span gap = literals.span();
      return new PatternCondition.Resumed(of, gap, occurrences.window());
    }
    if (in.accept("streak", "of")) {
      return streak(start);
    }
    for (PatternCondition.Interval interval : PatternCondition.Interval.values()) {
      if (in.accept(interval.name().toLowerCase(Locale.ROOT), "interval", "of")) {
        return gap(start, interval);
      }
    }
    return in.accept("sequence") ? sequence(start) : null;
  }

  private Condition recency() {
    Selection of = occurrences.selection();
    boolean more = in.accept("more", "than");
    if (!more && !in.accept("less", "than")) {
      throw in.error();
    }
    Span span = literals.span();
    in.expect("ago");
    return new PatternCondition.Recency(
        of, more ? PatternCondition.Side.MORE_THAN : PatternCondition.Side.LESS_THAN, span);
  }

  private Condition stopped(Token start) {
    Selection of = occurrences.selection();
    in.expect("for");
    Span quiet = literals.span();
    in.expect("after");
    in.expect("at least");
    int times = literals.integer();
    if (!in.accept("times")) {
      in.expect("time");
    }
    in.expect("in");
    Span before = literals.span();
    return TokenStream.make(start, () -> new PatternCondition.Stopped(of, quiet, times, before));
  }

  private Condition streak(Token start) {
    Selection of = occurrences.selection();
    in.expect("at least");
    int periods = literals.integer();
    Period period = period();
    return TokenStream.make(start, () -> new PatternCondition.Streak(of, periods, period));
  }

  private Period period() {
    for (Period period : Period.values()) {
      if (in.accept(period.word() + "s") || in.accept(period.word())) {
        return period;
      }
    }
    throw in.error();
  }

  private Condition gap(Token start, PatternCondition.Interval interval) {
    Selection of = occurrences.selection();
    ValueTest.Op op = operator();
    Span span = literals.span();
    Window window = occurrences.window();
    return TokenStream.make(start, () -> new PatternCondition.Gap(interval, of, op, span, window));
  }

  private ValueTest.Op operator() {
    for (ValueTest.Op op : ValueTest.Op.values()) {
      if (in.acceptSymbol(op.symbol())) {
        return op;
      }
    }
    throw in.error();
  }

  private Condition sequence(Token start) {
    List<SequenceCondition.Step> steps = new ArrayList<>();
    steps.add(new SequenceCondition.Step(occurrences.selection(), false, null));
    in.expect("then");
    do {
      boolean negated = in.accept("not");
      Selection of = occurrences.selection();
      Span within = in.accept("within") ? literals.span() : null;
      steps.add(new SequenceCondition.Step(of, negated, within));
    } while (in.accept("then"));
    String same = in.accept("with", "same") ? literals.name("a property's name") : "";
    boolean strict = in.accept("strictly");
    Count count = occurrences.count();
    in.acceptCommaBefore("in", "last");
    Window window = occurrences.window();
    return TokenStream.make(start, () -> new SequenceCondition(steps, same, strict, count, window));
  }
}
