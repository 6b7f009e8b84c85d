package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads conditions of who somebody is, since when, and what was allowed. Not thread-safe. */
final class PersonParser {

  private final TokenStream in;
  private final LiteralParser literals;

  PersonParser(TokenStream in, LiteralParser literals) {
    this.in = in;
    this.literals = literals;
  }

  /** Returns the condition, or null if none starts here. */
  @Nullable Condition parse(Token start) {
    if (in.accept("random")) {
      return bucket(start);
    }
    if (in.accept("is", "anonymous")) {
      return new PersonCondition.Anonymous();
    }
    if (in.accept("has", "identifier")) {
      String namespace = literals.name("the namespace of an identifier");
      return TokenStream.make(start, () -> new PersonCondition.HasIdentifier(namespace));
    }
    if (in.accept("merged", "in", "last")) {
      return new PersonCondition.Merged(literals.span());
    }
    if (in.accept("consent")) {
      return consent(start);
    }
    if (in.accept("entered", "segment")) {
      return moved(start, PersonCondition.Turn.ENTERED);
    }
    if (in.accept("was", "in", "segment")) {
      return was(start);
    }
    return in.accept("left", "segment") ? moved(start, PersonCondition.Turn.LEFT) : null;
  }

  private Condition bucket(Token start) {
    BigDecimal first = literals.decimal();
    boolean range = in.accept("to");
    BigDecimal from = range ? first : BigDecimal.ZERO;
    BigDecimal to = range ? literals.decimal() : first;
    in.expect("percent");
    in.expect("of");
    String salt = literals.quoted("a salt in quotation marks");
    return TokenStream.make(start, () -> new PersonCondition.Bucket(salt, from, to));
  }

  private Condition consent(Token start) {
    String purpose = literals.quoted("a purpose in quotation marks");
    String channel = in.accept("by") ? literals.quoted("a channel in quotation marks") : "";
    for (ConsentCondition.Status status : ConsentCondition.Status.values()) {
      if (in.accept(JsonTestWriter.lower(status))) {
        return TokenStream.make(start, () -> new ConsentCondition(purpose, channel, status));
      }
    }
    throw in.error();
  }

  private Condition was(Token start) {
    String segment = literals.quoted("a segment's name in quotation marks");
    if (in.accept("at")) {
      Instant at = literals.instant();
      return TokenStream.make(start, () -> new PersonCondition.WasIn(segment, at));
    }
    Span ago = literals.span();
    in.expect("ago");
    return TokenStream.make(start, () -> new PersonCondition.WasInAgo(segment, ago));
  }

  private Condition moved(Token start, PersonCondition.Turn turn) {
    String segment = literals.quoted("a segment's name in quotation marks");
    in.expect("in last");
    Span span = literals.span();
    return TokenStream.make(start, () -> new PersonCondition.Moved(turn, segment, span));
  }
}
