package io.customerhub.segment;

/**
 * A piece of a condition's text.
 *
 * @param kind what it is
 * @param text a quoted text without its quotes, anything else as written
 * @param line the line, from 1
 * @param column the column in characters, from 1
 */
record Token(Kind kind, String text, int line, int column) {

  private static final int SHOWN = 40;

  enum Kind {
    WORD,
    QUOTED,
    NUMBER,
    SYMBOL,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Returns the token as error messages show it. */
  String shown() {
    return switch (kind) {
      case END -> "the end";
      case QUOTED -> "\"" + shortened() + "\"";
      default -> "'" + shortened() + "'";
    };
  }

  private String shortened() {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...";
  }
}
