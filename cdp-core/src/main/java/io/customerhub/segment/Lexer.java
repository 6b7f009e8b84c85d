package io.customerhub.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts a text into tokens. Not thread-safe. */
final class Lexer {

  private static final List<String> SYMBOLS =
      List.of("<=", ">=", "!=", "<>", "=", "<", ">", "(", ")", ",", ".");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    if (text.length() > SegmentLimits.TEXT_LENGTH) {
      throw new SegmentSyntaxException(
          1,
          1,
          text.length() + " characters",
          List.of("at most " + SegmentLimits.TEXT_LENGTH),
          null);
    }
    return new Lexer(text).cut();
  }

  private List<Token> cut() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        skip();
      } else if (c == '"' || c == '\'') {
        quoted(c);
      } else if (isLetter(c)) {
        take(Token.Kind.WORD, wordEnd());
      } else if (isDigit(at) || (c == '-' && isDigit(at + 1))) {
        take(Token.Kind.NUMBER, numberEnd());
      } else {
        symbol();
      }
    }
    add(Token.Kind.END, "", at);
    return tokens;
  }

  private void skip() {
    char c = text.charAt(at++);
    if (c == '\n' || (c == '\r' && !(at < text.length() && text.charAt(at) == '\n'))) {
      newLine();
    }
  }

  private void newLine() {
    line++;
    lineStart = at;
  }

  private void quoted(char quote) {
    Token start = new Token(Token.Kind.SYMBOL, String.valueOf(quote), line, column(at));
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); ) {
      char c = text.charAt(at);
      if (c != quote) {
        value.append(c);
        skip();
      } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
        value.append(c);
        at += 2;
      } else {
        at++;
        tokens.add(new Token(Token.Kind.QUOTED, value.toString(), start.line(), start.column()));
        return;
      }
    }
    throw new SegmentSyntaxException(
        start.line(),
        start.column(),
        "a quotation without its end",
        List.of("a closing " + quote),
        null);
  }

  private int wordEnd() {
    int end = at + 1;
    while (end < text.length()
        && (isLetter(text.charAt(end)) || isDigit(end) || text.charAt(end) == '-')) {
      end++;
    }
    return end;
  }

  private int numberEnd() {
    int end = digitsEnd(at + 1);
    if (end < text.length() && text.charAt(end) == '.' && isDigit(end + 1)) {
      end = digitsEnd(end + 1);
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
      end = isDigit(end + 1 + sign) ? digitsEnd(end + 1 + sign) : end;
    }
    return end;
  }

  private int digitsEnd(int from) {
    int end = from;
    while (isDigit(end)) {
      end++;
    }
    return end;
  }

  private void symbol() {
    String symbol = symbolHere();
    if (symbol == null) {
      throw new SegmentSyntaxException(line, column(at), unknown(), List.of(), quoteHint());
    }
    take(Token.Kind.SYMBOL, at + symbol.length());
  }

  private @Nullable String symbolHere() {
    return SYMBOLS.stream().filter(one -> text.startsWith(one, at)).findFirst().orElse(null);
  }

  /** Names the code point, since it may look just like another one. */
  private String unknown() {
    int c = text.codePointAt(at);
    String code = String.format(Locale.ROOT, "the character U+%04X", c);
    return Character.isLetter(c) ? code + " '" + Character.toString(c) + "'" : code;
  }

  private @Nullable String quoteHint() {
    return Character.isLetter(text.codePointAt(at))
        ? "a name or text in quotation marks, as in trait.\"...\""
        : null;
  }

  private void take(Token.Kind kind, int end) {
    int start = at;
    at = end;
    add(kind, text.substring(start, end), start);
  }

  private void add(Token.Kind kind, String value, int start) {
    tokens.add(new Token(kind, value, line, column(start)));
  }

  private int column(int index) {
    return text.codePointCount(lineStart, index) + 1;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
