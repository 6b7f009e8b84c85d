package io.customerhub.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares e-mail addresses: the best agreement among those that both records have. */
final class EmailComparison {

  /** Shorter mailboxes are common to many people. */
  static final int MAILBOX_LENGTH = 6;

  private static final double CLOSE = 0.92;

  /** The domain, which is long and often the same, makes two addresses look more alike. */
  private static final double MAILBOX_CLOSE = 0.88;

  /** What one of them nearly is was mistyped, if it is not another one of them. */
  private static final Set<String> PROVIDERS =
      Set.of(
          """
          gmail.com googlemail.com ymail.com mail.com email.com yahoo.com yahoo.co.uk yahoo.fr
          yahoo.de hotmail.com hotmail.co.uk hotmail.fr outlook.com live.com msn.com icloud.com
          me.com aol.com gmx.de gmx.net gmx.com web.de comcast.net mail.ru bk.ru yandex.ru wp.pl
          op.pl o2.pl onet.pl onet.eu interia.pl libero.it orange.fr free.fr naver.com qq.com
          163.com 126.com
          """
              .strip()
              .split("\\s+"));

  private EmailComparison() {}

  /**
   * Returns the level, or null if a side has none.
   *
   * @param name of the one record, if known
   * @param otherName of the other
   */
  static @Nullable Level level(
      List<EncodedText> a,
      List<EncodedText> b,
      @Nullable PersonName name,
      @Nullable PersonName otherName) {
    Level best = null;
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        Level level = level(a.get(i), b.get(j), name, otherName);
        best = best == null || level.bits() > best.bits() ? level : best;
      }
    }
    return best;
  }

  private static Level level(
      EncodedText one,
      EncodedText other,
      @Nullable PersonName name,
      @Nullable PersonName otherName) {
    if (one.isEqual(other)) {
      return Level.EMAIL_EXACT;
    }
    String a = one.text();
    String b = other.text();
    if (haveOneMailbox(one, other)) {
      String mailbox = mailbox(a);
      boolean named = Mailbox.isName(mailbox) || isOf(mailbox, name, otherName);
      if (named && isDomainMistyped(a, b)) {
        return Level.EMAIL_CLOSE;
      }
      return named ? Level.EMAIL_NAMESAKE : Level.EMAIL_USER;
    }
    // Most are far apart, and a look at the whole is quick.
    return Similarity.of(one, other, CLOSE) > 0
        ? near(a, b, name, otherName)
        : Level.EMAIL_DIFFERENT;
  }

  /** Whoever has the one address takes a number to it, and a namesake another one or none. */
  private static Level near(
      String one, String other, @Nullable PersonName name, @Nullable PersonName otherName) {
    String a = mailbox(one);
    String b = mailbox(other);
    if (Mailbox.otherNumbers(a, b)) {
      return Level.EMAIL_DIFFERENT;
    }
    boolean namesake = a.equals(b) ? !isDomainMistyped(one, other) : haveLetters(a, b);
    if (namesake && isOf(a, name, otherName)) {
      return Level.EMAIL_NAMESAKE;
    }
    return Similarity.of(a, b, MAILBOX_CLOSE) > 0 ? Level.EMAIL_CLOSE : Level.EMAIL_DIFFERENT;
  }

  private static boolean haveLetters(String a, String b) {
    return Mailbox.letters(a).equals(Mailbox.letters(b));
  }

  private static boolean isOf(
      String mailbox, @Nullable PersonName name, @Nullable PersonName otherName) {
    return (name != null && Mailbox.isOf(mailbox, name))
        || (otherName != null && Mailbox.isOf(mailbox, otherName));
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

  private static boolean isDomainMistyped(String a, String b) {
    String one = domain(a);
    String other = domain(b);
    boolean near = Similarity.edits(one, other, 1) == 1 || Similarity.isTransposed(one, other);
    return near && PROVIDERS.contains(one) != PROVIDERS.contains(other) && haveOneEnd(one, other);
  }

  /** Or one that no country and nothing else has: hotmail.es is none, gmail.con is. */
  private static boolean haveOneEnd(String one, String other) {
    String end = one.substring(one.lastIndexOf('.') + 1);
    String otherEnd = other.substring(other.lastIndexOf('.') + 1);
    return end.equals(otherEnd) || (end.length() > 2 && otherEnd.length() > 2);
  }

  /** Returns the part of an address before the last at sign; the whole text if there is none. */
  static String mailbox(String email) {
    return email.substring(0, mailboxLength(email));
  }

  private static String domain(String email) {
    return email.substring(Math.min(email.length(), mailboxLength(email) + 1));
  }

  private static int mailboxLength(String email) {
    int at = email.lastIndexOf('@');
    return at < 0 ? email.length() : at;
  }
}
