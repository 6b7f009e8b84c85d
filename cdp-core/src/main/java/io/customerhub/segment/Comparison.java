package io.customerhub.segment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one place where values of people meet the values in a condition.
 *
 * <table>
 * <caption>What compares with what; everything else passes no positive test</caption>
 * <tr><th>value</th><th>literal</th><th>compared</th></tr>
 * <tr><td>number</td><td>number</td><td>exactly, whatever the scale</td></tr>
 * <tr><td>text</td><td>text</td><td>by code points after NFC, or after folding</td></tr>
 * <tr><td>boolean</td><td>boolean</td><td>for equality</td></tr>
 * <tr><td>missing, list, map</td><td>any</td><td>never</td></tr>
 * </table>
 */
final class Comparison {

  /** Below this no character is changed by NFC, nor joined with the one before. */
  private static final char FIRST_COMBINING = '\u0300';

  private Comparison() {}

  /** Says what type a value has, and which one a test needs. */
  static String explain(ValueTest test, String type) {
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

  /** Judges the tests that need nothing but the value. */
  static boolean holds(ValueTest test, Object value) {
    if (test instanceof ValueTest.Compare compare) {
      return compares(compare.op(), value, compare.value(), compare.folding());
    }
    if (test instanceof ValueTest.Between between) {
      return comparable(value, between.low())
          && order(value, between.low()) >= 0
          && order(value, between.high()) <= 0;
    }
    if (test instanceof ValueTest.In in) {
      return contains(in.values(), in.folding(), value);
    }
    if (test instanceof ValueTest.Text text) {
      return value instanceof String given && finds(text, given);
    }
    if (test instanceof Matches matches) {
      return value instanceof String given && matches.passes(given);
    }
    if (test instanceof ValueTest.Empty) {
      return isEmpty(value);
    }
    if (test instanceof ValueTest.Exists) {
      return true;
    }
    throw new AssertionError(test);
  }

  static boolean compares(ValueTest.Op op, Object value, Object other, Folding folding) {
    if (!comparable(value, other)) {
      return false;
    }
    if (value instanceof Boolean) {
      return op == ValueTest.Op.EQ && value.equals(other);
    }
    if (value instanceof List || value instanceof Map) {
      return false;
    }
    int order =
        folding != Folding.EXACT && value instanceof String text
            ? compareText(folding.fold(text), folding.fold((String) other))
            : order(value, other);
    return satisfies(op, order);
  }

  /** Returns whether any, or all, of the values are in a list. */
  static boolean has(ListTest.Has test, List<?> list) {
    Set<Object> found = new HashSet<>();
    list.forEach(one -> found.add(folded(test.folding(), one)));
    return test.quantifier() == ListTest.Quantifier.ANY
        ? test.values().stream().anyMatch(one -> found.contains(folded(test.folding(), one)))
        : test.values().stream().allMatch(one -> found.contains(folded(test.folding(), one)));
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

  private static boolean contains(Set<Object> values, Folding folding, Object value) {
    if (folding == Folding.EXACT) {
      return values.contains(key(value));
    }
    Object folded = folded(folding, value);
    return values.stream().anyMatch(one -> folded(folding, one).equals(folded));
  }

  private static Object folded(Folding folding, Object value) {
    return folding != Folding.EXACT && value instanceof String text
        ? folding.fold(text)
        : key(value);
  }

  private static boolean isEmpty(Object value) {
    return value.equals("") || value.equals(List.of()) || value.equals(Map.of());
  }

  private static boolean finds(ValueTest.Text test, String value) {
    String text = test.folding().fold(value);
    String part = test.folding().fold(test.value());
    return switch (test.part()) {
      case CONTAINS -> text.contains(part);
      case STARTS_WITH -> text.startsWith(part);
      case ENDS_WITH -> text.endsWith(part);
      case LIKE -> Wildcards.match(part, text);
    };
  }

  private static boolean comparable(Object value, Object literal) {
    return Literals.typeOf(value).equals(Literals.typeOf(literal));
  }

  private static int order(Object value, Object literal) {
    return value instanceof String text
        ? compareText(normalized(text), normalized((String) literal))
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

  /** Returns the type that a value has to have to pass, or to compare at all; empty if any. */
  static String typeNeeded(ValueTest test) {
    if (test instanceof ValueTest.Not not) {
      return typeNeeded(not.test());
    }
    if (test instanceof ValueTest.Compare compare) {
      return Literals.typeOf(compare.value());
    }
    if (test instanceof ValueTest.Between between) {
      return Literals.typeOf(between.low());
    }
    if (test instanceof ValueTest.Text || test instanceof Matches) {
      return "text";
    }
    if (test instanceof DateTest) {
      return "date";
    }
    if (test instanceof GeoTest || test instanceof ListTest.Fields) {
      return "map";
    }
    return test instanceof ListTest ? "list" : "";
  }
}
