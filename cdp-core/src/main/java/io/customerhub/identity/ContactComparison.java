package io.customerhub.identity;

import com.google.common.base.Strings;
import io.customerhub.event.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares phone numbers, ids and devices: the best agreement among the values that both records
 * have.
 */
final class ContactComparison {

  /** Shared by a household or handed on: they say little, and nothing where they differ. */
  private static final Set<String> DEVICES = Set.of(Identifier.DEVICE_ID, Identifier.ANONYMOUS_ID);

  /** Given out by systems, often in sequence: one digit off is another customer. */
  private static final Set<String> ISSUED = Set.of(Identifier.USER_ID, Identifier.LOYALTY_CARD);

  private static final int ID_LENGTH = 6;
  private static final int PHONE_LENGTH = 9;

  /** What is dialled before a number within its country. */
  private static final Set<String> TRUNK = Set.of("", "0", "8");

  private static final int LONGEST_CODE = 3;

  /** Fewer digits behind it may have an area before them as well as a country. */
  private static final int WHOLE_NUMBER = 10;

  private ContactComparison() {}

  static boolean isDevice(String namespace) {
    return DEVICES.contains(namespace);
  }

  static boolean isIssued(String namespace) {
    return ISSUED.contains(namespace);
  }

  /** Returns the level of phone numbers, or null if a side has none. */
  static @Nullable Level phones(List<String> a, List<String> b) {
    Level best = null;
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        best = better(best, phone(a.get(i), b.get(j)));
      }
    }
    return best;
  }

  /** Returns the best level of ids of a common namespace, or null if there is none. */
  static @Nullable Level ids(Map<String, List<String>> a, Map<String, List<String>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    Level best = null;
    for (Map.Entry<String, List<String>> entry : a.entrySet()) {
      List<String> others = b.getOrDefault(entry.getKey(), List.of());
      if (!DEVICES.contains(entry.getKey()) && !others.isEmpty()) {
        best = better(best, ids(entry.getKey(), entry.getValue(), others));
      }
    }
    return best;
  }

  /** Returns a level if the two have a device or cookie in common, else null. */
  static @Nullable Level devices(Map<String, List<String>> a, Map<String, List<String>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    for (String namespace : DEVICES) {
      List<String> others = b.getOrDefault(namespace, List.of());
      for (String value : a.getOrDefault(namespace, List.of())) {
        if (others.contains(value)) {
          return Level.DEVICE_EXACT;
        }
      }
    }
    return null;
  }

  private static Level ids(String namespace, List<String> a, List<String> b) {
    Level best = Level.ID_DIFFERENT;
    for (String one : a) {
      for (String other : b) {
        best = better(best, id(namespace, one, other));
      }
    }
    return best;
  }

  private static Level id(String namespace, String a, String b) {
    if (a.equals(b)) {
      return Level.ID_EXACT;
    }
    if (ISSUED.contains(namespace) || Math.min(a.length(), b.length()) < ID_LENGTH) {
      return Level.ID_DIFFERENT;
    }
    return switch (Similarity.edits(a, b, 2)) {
      case 1 -> Level.ID_ONE_EDIT;
      case 2 -> Level.ID_TWO_EDITS;
      default -> Level.ID_DIFFERENT;
    };
  }

  /** Returns whether two numbers are one, however it is dialled. */
  static boolean isOnePhone(String a, String b) {
    return a.equals(b) || isDialledOtherwise(a, b);
  }

  private static Level phone(String a, String b) {
    if (isOnePhone(a, b)) {
      return Level.PHONE_EXACT;
    }
    boolean whole = Math.min(a.length(), b.length()) >= PHONE_LENGTH;
    return whole && Similarity.edits(a, b, 1) == 1 ? Level.PHONE_ONE_EDIT : Level.PHONE_DIFFERENT;
  }

  /** One with the code of its country or the prefix of a trunk line, the other one without. */
  private static boolean isDialledOtherwise(String a, String b) {
    int same = Strings.commonSuffix(a, b).length();
    if (same < PackedPhone.NATIONAL || (a.startsWith("+") && b.startsWith("+"))) {
      return false;
    }
    String one = countryCode(a.substring(0, a.length() - same), same);
    String other = countryCode(b.substring(0, b.length() - same), same);
    return one != null && other != null && (one.isEmpty() || other.isEmpty() || one.equals(other));
  }

  /**
   * Returns the code of a country that is dialled before a number, empty if none is; null if it is
   * something else.
   *
   * @param behind how many digits stand behind it; where these are few, one without a sign is a
   *     part of the number
   */
  private static @Nullable String countryCode(String prefix, int behind) {
    if (TRUNK.contains(prefix)) {
      return "";
    }
    boolean marked = prefix.startsWith("+");
    String code = marked ? prefix.substring(1) : prefix;
    boolean is =
        code.length() <= LONGEST_CODE
            && !code.startsWith("0")
            && (marked || behind >= WHOLE_NUMBER);
    return is ? code : null;
  }

  private static Level better(@Nullable Level best, Level level) {
    return best == null || level.bits() > best.bits() ? level : best;
  }
}
