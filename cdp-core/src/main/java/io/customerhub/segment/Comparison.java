package io.customerhub.segment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one place where values of people meet the values in a condition.
 *
 * <table>
 * <caption>What compares with what; everything else passes no positive test</caption>
 * <tr><th>value</th><th>literal</th><th>compared</th></tr>
 * <tr><td>number</td><td>number</td><td>exactly, whatever the scale</td></tr>
 * <tr><td>text</td><td>text</td><td>by code points after NFC, or after folding case</td></tr>
 * <tr><td>boolean</td><td>boolean</td><td>for equality</td></tr>
 * <tr><td>missing, list, map</td><td>any</td><td>never</td></tr>
 * </table>
 */
final class Comparison {

  /** Below this no character is changed by NFC, nor joined with the one before. */
  private static final char FIRST_COMBINING = '\u0300';

  private Comparison() {}

  static boolean passes(ValueTest test, @Nullable Object value) {
    if (test instanceof ValueTest.Not not) {
      return !passes(not.test(), value);
    }
    return value != null && holds(test, value);
  }

  /** Says why a value passes or not, without showing it. */
  static String explain(ValueTest test, @Nullable Object value) {
    if (value == null) {
      return "no value";
    }
    String type = Literals.typeOf(value);
    String needed = typeNeeded(test);
    return needed.isEmpty() || needed.equals(type)
        ? "a " + type
        : "a " + type + ", compared with a " + needed;
  }

  /** Compares two numbers or two texts. */
  static int compare(Object a, Object b) {
    return a instanceof BigDecimal left && b instanceof BigDecimal right
        ? left.compareTo(right)
        : compareText((String) a, (String) b);
  }

  /** Returns the form in which equal values are equal objects. */
  static Object key(Object value) {
    if (value instanceof String text) {
      return normalized(text);
    }
    return value instanceof BigDecimal number ? stripped(number) : value;
  }

  static String normalized(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  private static BigDecimal stripped(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static boolean holds(ValueTest test, Object value) {
    if (test instanceof ValueTest.Compare compare) {
      return compares(compare, value);
    }
    if (test instanceof ValueTest.Between between) {
      return comparable(value, between.low())
          && order(value, between.low()) >= 0
          && order(value, between.high()) <= 0;
    }
    if (test instanceof ValueTest.In in) {
      return isIn(in, value);
    }
    if (test instanceof ValueTest.Text text) {
      return value instanceof String given && finds(text, given);
    }
    if (test instanceof ValueTest.Exists) {
      return true;
    }
    throw new AssertionError(test);
  }

  private static boolean compares(ValueTest.Compare test, Object value) {
    if (!comparable(value, test.value())) {
      return false;
    }
    if (value instanceof Boolean) {
      return value.equals(test.value());
    }
    int order =
        test.ignoringCase()
            ? compareText(folded((String) value), folded((String) test.value()))
            : order(value, test.value());
    return satisfies(test.op(), order);
  }

  /** Returns whether the outcome of a comparison is what an operator asks for. */
  static boolean satisfies(ValueTest.Op op, int order) {
    return switch (op) {
      case EQ -> order == 0;
      case LT -> order < 0;
      case LTE -> order <= 0;
      case GT -> order > 0;
      case GTE -> order >= 0;
    };
  }

  private static boolean isIn(ValueTest.In test, Object value) {
    if (test.ignoringCase()) {
      return value instanceof String text && isInFolded(test, folded(text));
    }
    return test.values().contains(key(value));
  }

  private static boolean isInFolded(ValueTest.In test, String folded) {
    return test.values().stream().anyMatch(one -> folded((String) one).equals(folded));
  }

  private static boolean finds(ValueTest.Text test, String value) {
    String text = test.ignoringCase() ? folded(value) : normalized(value);
    String part = test.ignoringCase() ? folded(test.value()) : test.value();
    return switch (test.part()) {
      case CONTAINS -> text.contains(part);
      case STARTS_WITH -> text.startsWith(part);
      case ENDS_WITH -> text.endsWith(part);
    };
  }

  private static boolean comparable(Object value, Object literal) {
    return value.getClass() == literal.getClass();
  }

  private static int order(Object value, Object literal) {
    return value instanceof String text
        ? compareText(normalized(text), (String) literal)
        : compare(value, literal);
  }

  /** By code points; by UTF-16 units the characters beyond U+FFFF would come before U+E000. */
  private static int compareText(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return rank(a.charAt(i)) - rank(b.charAt(i));
      }
    }
    return a.length() - b.length();
  }

  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
  }

  /** Character by character after the upper case, so that no letter depends on its neighbours. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    normalized(text)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .map(Character::toLowerCase)
        .forEach(folded::appendCodePoint);
    return normalized(folded.toString());
  }

  private static String typeNeeded(ValueTest test) {
    if (test instanceof ValueTest.Not not) {
      return typeNeeded(not.test());
    }
    if (test instanceof ValueTest.Compare compare) {
      return Literals.typeOf(compare.value());
    }
    if (test instanceof ValueTest.Between between) {
      return Literals.typeOf(between.low());
    }
    return test instanceof ValueTest.Text ? "text" : "";
  }
}
