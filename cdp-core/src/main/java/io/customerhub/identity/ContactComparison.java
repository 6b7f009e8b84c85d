package io.customerhub.identity;

import com.google.common.base.Strings;
import io.customerhub.event.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares identifiers: the best agreement among the values that both records have. */
final class ContactComparison {

  /** Shared by a household or handed on: they say little, and nothing where they differ. */
  private static final Set<String> DEVICES = Set.of(Identifier.DEVICE_ID, Identifier.ANONYMOUS_ID);

  /** Given out by systems, often in sequence: one digit off is another customer. */
  private static final Set<String> ISSUED = Set.of(Identifier.USER_ID, Identifier.LOYALTY_CARD);

  /** Shorter mailboxes are common to many people. */
  static final int MAILBOX_LENGTH = 6;

  private static final int ID_LENGTH = 6;
  private static final int PHONE_LENGTH = 9;

  /** What is dialled before a number within its country. */
  private static final Set<String> TRUNK = Set.of("", "0", "8");

  /** A plus sign and the longest code of a country. */
  private static final int LONGEST_CODE = 4;

  private ContactComparison() {}

  static boolean isDevice(String namespace) {
    return DEVICES.contains(namespace);
  }

  static boolean isIssued(String namespace) {
    return ISSUED.contains(namespace);
  }

  /** Returns the level of e-mail addresses, or null if a side has none. */
  static @Nullable Level emails(List<EncodedText> a, List<EncodedText> b) {
    Level best = null;
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        best = better(best, email(a.get(i), b.get(j)));
      }
    }
    return best;
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

  private static Level email(EncodedText one, EncodedText other) {
    if (one.isEqual(other)) {
      return Level.EMAIL_EXACT;
    }
    if (haveOneMailbox(one, other)) {
      return isName(one.text()) ? Level.EMAIL_NAMESAKE : Level.EMAIL_USER;
    }
    boolean close = Similarity.of(one, other, 0.92) > 0 && !otherNumbers(one.text(), other.text());
    return close ? Level.EMAIL_CLOSE : Level.EMAIL_DIFFERENT;
  }

  private static boolean haveOneMailbox(EncodedText one, EncodedText other) {
    // Most addresses differ in their first characters, which an encoded text has at hand.
    if (one.commonPrefix(other) < Math.min(4, MAILBOX_LENGTH)) {
      return false;
    }
    String a = one.text();
    String b = other.text();
    int mailbox = mailboxLength(a);
    return mailbox >= MAILBOX_LENGTH
        && mailbox == mailboxLength(b)
        && a.regionMatches(0, b, 0, mailbox);
  }

  /**
   * Returns whether the mailbox is two or three words without a number, such as ada.lovelace: what
   * namesakes have with another provider each, and what the name says already.
   */
  private static boolean isName(String email) {
    int words = 1;
    int letters = 0;
    for (int i = 0; i < mailboxLength(email); i++) {
      char c = email.charAt(i);
      if (c == '.' || c == '_' || c == '-') {
        words++;
      } else if (Character.isLetter(c)) {
        letters++;
      } else {
        return false;
      }
    }
    return words > 1 && words <= 3 && letters >= MAILBOX_LENGTH - 1;
  }

  /** Of two people of one name the one has another number behind the name, and that is all. */
  private static boolean otherNumbers(String a, String b) {
    String one = digits(mailbox(a));
    String other = digits(mailbox(b));
    return !one.isEmpty() && !other.isEmpty() && Similarity.edits(one, other, 1) < 0;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  /** Returns the part of an address before the last at sign; the whole text if there is none. */
  static String mailbox(String email) {
    return email.substring(0, mailboxLength(email));
  }

  private static int mailboxLength(String email) {
    int at = email.lastIndexOf('@');
    return at < 0 ? email.length() : at;
  }

  private static Level phone(String a, String b) {
    if (a.equals(b) || isDialledOtherwise(a, b)) {
      return Level.PHONE_EXACT;
    }
    boolean whole = Math.min(a.length(), b.length()) >= PHONE_LENGTH;
    return whole && Similarity.edits(a, b, 1) == 1 ? Level.PHONE_ONE_EDIT : Level.PHONE_DIFFERENT;
  }

  /** One with the code of its country or the prefix of a trunk line, the other one without. */
  private static boolean isDialledOtherwise(String a, String b) {
    int same = Strings.commonSuffix(a, b).length();
    if (same < PackedPhone.NATIONAL) {
      return false;
    }
    String one = a.substring(0, a.length() - same);
    String other = b.substring(0, b.length() - same);
    return (TRUNK.contains(one) && isCode(other)) || (TRUNK.contains(other) && isCode(one));
  }

  private static boolean isCode(String prefix) {
    return TRUNK.contains(prefix) || (prefix.startsWith("+") && prefix.length() <= LONGEST_CODE);
  }

  private static Level better(@Nullable Level best, Level level) {
    return best == null || level.bits() > best.bits() ? level : best;
  }
}
