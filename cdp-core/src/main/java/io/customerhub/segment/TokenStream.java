package io.customerhub.segment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text, with a memory of what was looked for at the current one, so that an error
 * can say all that could have stood there. Not thread-safe.
 */
final class TokenStream {

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);
  private static final Set<String> OPERATORS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");

  private final List<Token> tokens;
  private final Set<String> triedWords = new LinkedHashSet<>();
  private final Set<String> triedOther = new LinkedHashSet<>();
  private int at;

  TokenStream(String text) {
    this.tokens = Lexer.tokens(text);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    triedWords.clear();
    triedOther.clear();
    return token;
  }

  /** Takes the words if all of them come next, else none. */
  boolean accept(String... words) {
    for (int i = 0; i < words.length; i++) {
      Token token = tokens.get(Math.min(at + i, tokens.size() - 1));
      if (!token.isWord(words[i])) {
        triedWords.add(String.join(" ", words));
        return false;
      }
    }
    for (int i = 0; i < words.length; i++) {
      next();
    }
    return true;
  }

  /** Takes "trait" and the dot after it. */
  boolean acceptTrait() {
    if (peek().isWord("trait") && tokens.get(Math.min(at + 1, tokens.size() - 1)).isSymbol(".")) {
      next();
      next();
      return true;
    }
    triedOther.add("'trait.'");
    return false;
  }

  boolean acceptSymbol(String symbol) {
    if (peek().isSymbol(symbol)) {
      next();
      return true;
    }
    triedOther.add("'" + symbol + "'");
    return false;
  }

  /** Takes a comma if these words come after it: one that says more, not the next in a list. */
  void acceptCommaBefore(String... words) {
    boolean all = peek().isSymbol(",");
    for (int i = 0; i < words.length; i++) {
      all &= tokens.get(Math.min(at + 1 + i, tokens.size() - 1)).isWord(words[i]);
    }
    if (all) {
      next();
    }
  }

  /** Takes one or several words. */
  void expect(String words) {
    if (!accept(words.split(" ", -1))) {
      throw error();
    }
  }

  void expectSymbol(String symbol) {
    if (!acceptSymbol(symbol)) {
      throw error();
    }
  }

  Token expect(Token.Kind kind, String called) {
    if (peek().kind() != kind) {
      triedOther.add(called);
      throw error();
    }
    return next();
  }

  void tried(String other) {
    triedOther.add(other);
  }

  /** Returns the error that nothing of what was looked for is here. */
  SegmentSyntaxException error() {
    Set<String> expected = new LinkedHashSet<>(triedOther);
    triedWords.forEach(word -> expected.add("'" + word + "'"));
    return error(peek(), peek().shown(), List.copyOf(expected), suggestion());
  }

  /** Returns the error that a token is well-formed but makes no sense where it is. */
  static SegmentSyntaxException error(Token at, String why) {
    return error(at, at.shown() + ": " + why, List.of(), null);
  }

  /** Makes a part of the tree; what it refuses is an error at a token. */
  static <T> T make(Token at, Supplier<T> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException e) {
      throw error(at, String.valueOf(e.getMessage()));
    }
  }

  private static SegmentSyntaxException error(
      Token at, String found, List<String> expected, @Nullable String suggestion) {
    return new SegmentSyntaxException(at.line(), at.column(), found, expected, suggestion);
  }

  private @Nullable String suggestion() {
    if (peek().kind() != Token.Kind.WORD) {
      return null;
    }
    String nearest = nearest();
    return nearest != null ? "'" + nearest + "'" : traitOf(peek().text());
  }

  private @Nullable String nearest() {
    String best = null;
    int least = DISTANCE.getThreshold() + 1;
    for (String phrase : triedWords) {
      String written = written(phrase.split(" ", -1).length);
      int distance = DISTANCE.apply(written, phrase);
      if (distance >= 0 && distance < least && distance <= written.length() / 3) {
        best = phrase;
        least = distance;
      }
    }
    return best;
  }

  /** Returns the next tokens as they would stand in a phrase of that many words. */
  private String written(int words) {
    return tokens.subList(at, Math.min(at + words, tokens.size())).stream()
        .map(token -> token.text().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** A bare name before an operator is most likely a trait. */
  private @Nullable String traitOf(String word) {
    Token after = tokens.get(Math.min(at + 1, tokens.size() - 1));
    boolean compared = after.kind() == Token.Kind.SYMBOL && OPERATORS.contains(after.text());
    return compared && triedWords.contains("trait") ? "'trait." + word + "'" : null;
  }
}
