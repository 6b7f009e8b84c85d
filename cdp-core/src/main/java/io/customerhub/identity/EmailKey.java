package io.customerhub.identity;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import io.customerhub.event.ReasonCode;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * E-mail addresses as keys: lower case throughout, the domain in its ASCII form. Tags and dots are
 * kept, since whether they matter is the provider's secret; no network look-up, ever.
 */
final class EmailKey {

  /** Mailboxes that stand for a function: many people write from each. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "abuse",
          "admin",
          "administrator",
          "billing",
          "contact",
          "customerservice",
          "do-not-reply",
          "do_not_reply",
          "donotreply",
          "enquiries",
          "feedback",
          "helpdesk",
          "hostmaster",
          "info",
          "inquiries",
          "mailer-daemon",
          "marketing",
          "newsletter",
          "no-reply",
          "no.reply",
          "no_reply",
          "noreply",
          "office",
          "postmaster",
          "sales",
          "service",
          "support",
          "team",
          "webmaster");

  /** Local parts that people type in to get past a form. */
  private static final Set<String> REFUSALS =
      Set.of(
          "anonymous",
          "fake",
          "guest",
          "na",
          "no",
          "noemail",
          "nobody",
          "nomail",
          "none",
          "noone",
          "not_authenticated",
          "null",
          "test",
          "test1",
          "test123",
          "tester",
          "testing",
          "testuser",
          "undefined",
          "unknown");

  /** Harmless on a domain of their own, a refusal where the domain's name is the same word. */
  private static final Set<String> DOUBLES =
      Set.of(
          "a", "aa", "aaa", "abc", "asd", "asdf", "b", "email", "example", "foo", "mail", "me",
          "name", "qwerty", "user", "x", "xx", "xxx", "xyz");

  private final EmailValidator syntax =
      JMail.validator()
          .requireTopLevelDomain()
          .disallowExplicitSourceRouting()
          .disallowQuotedIdentifiers()
          .disallowObsoleteWhitespace()
          .withRule(email -> email.comments().isEmpty());

  /**
   * Returns the key of a cleaned text.
   *
   * @throws NotAKey if it is no address, or one that nobody owns
   */
  String of(String text) throws NotAKey {
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      throw invalid();
    }
    String local = lower(text.substring(0, at));
    String domain = domain(lower(text.substring(at + 1)));
    String address = local + "@" + domain;
    if (!syntax.isValid(address)) {
      throw invalid();
    }
    // The ASCII form of a domain can be longer than the text it was made of.
    CleanText.checkLength(address);
    if (isNobodys(local, domain)) {
      throw new NotAKey(ReasonCode.IDENTIFIER_BLOCKED, "a test address or shared mailbox");
    }
    return address;
  }

  /** Lower case first: it can leave a letter and its mark apart that have a joint form. */
  private static String lower(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private static String domain(String domain) throws NotAKey {
    if (domain.startsWith("[")) {
      return domain;
    }
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES)
          .toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      throw invalid();
    }
  }

  private static boolean isNobodys(String local, String domain) {
    int tag = local.indexOf('+');
    String mailbox = tag > 0 ? local.substring(0, tag) : local;
    int dot = domain.indexOf('.');
    String name = dot < 0 ? domain : domain.substring(0, dot);
    return FUNCTIONS.contains(mailbox)
        || REFUSALS.contains(mailbox)
        || (DOUBLES.contains(mailbox) && mailbox.equals(name));
  }

  private static NotAKey invalid() {
    return new NotAKey(ReasonCode.INVALID_EMAIL, "not an e-mail address");
  }
}
