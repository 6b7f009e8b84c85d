package io.customerhub.identity;

/** What the part of an e-mail address before the at sign is made of. */
final class Mailbox {

  private static final int LEAST_LETTERS = 5;

  private Mailbox() {}

  /**
   * Returns whether a mailbox is two or three words without a number, such as ada.lovelace: what
   * namesakes have with another provider each, and what the name says already.
   */
  static boolean isName(String mailbox) {
    int words = 1;
    int letters = 0;
    for (int i = 0; i < mailbox.length(); i++) {
      char c = mailbox.charAt(i);
      if (c == '.' || c == '_' || c == '-') {
        words++;
      } else if (Character.isLetter(c)) {
        letters++;
      } else {
        return false;
      }
    }
    return words > 1 && words <= 3 && letters >= LEAST_LETTERS;
  }

  /**
   * Returns whether the letters of a mailbox are those of a name, or of one part of it, or an
   * initial and the other part.
   */
  static boolean isOf(String mailbox, PersonName name) {
    String letters = letters(mailbox);
    String given = name.given().isEmpty() ? "" : name.given().get(0).text();
    String surname = name.surnameJoined();
    return !letters.isEmpty()
        && (letters.equals(surname)
            || letters.equals(given)
            || isBoth(letters, given, surname)
            || isBoth(letters, surname, given)
            || letters.equals(name.joined()));
  }

  /** One part or its initial, and the other part behind it. */
  private static boolean isBoth(String letters, String first, String last) {
    if (first.isEmpty() || last.isEmpty()) {
      return false;
    }
    String initial = first.substring(0, 1);
    return letters.equals(first + last)
        || letters.equals(initial + last)
        || letters.equals(first + last.substring(0, 1));
  }

  /** Of two people of one name the one has another number behind the name, and that is all. */
  static boolean otherNumbers(String a, String b) {
    String one = digits(a);
    String other = digits(b);
    return !one.isEmpty() && !other.isEmpty() && Similarity.edits(one, other, 1) < 0;
  }

  /** Returns the letters of a text, without what is between them. */
  static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }
}
