package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;

/**
 * Brings identifiers to the one form in which they are looked up, and sets aside the values that
 * are nobody's. Immutable and thread-safe; normalising twice changes nothing.
 *
 * <table>
 * <caption>Rules by namespace</caption>
 * <tr><th>namespace</th><th>form</th></tr>
 * <tr><td>all</td><td>invisible characters removed, trimmed, Unicode form C; at most {@value
 *     Limits#IDENTIFIER_LENGTH} characters; no control characters; no placeholders such as
 *     {@code null}</td></tr>
 * <tr><td>{@code email}</td><td>lower case, domain in ASCII form; no functional mailboxes such as
 *     {@code info@} and no test addresses</td></tr>
 * <tr><td>{@code phone}</td><td>E.164; a national number needs a default region</td></tr>
 * </table>
 */
public final class IdentifierNormalizer {

  private final EmailKey emails;
  private final PhoneKey phones;

  private IdentifierNormalizer(EmailKey emails, PhoneKey phones) {
    this.emails = emails;
    this.phones = phones;
  }

  /** Returns a normaliser that takes phone numbers in international form only. */
  public static IdentifierNormalizer create() {
    return new IdentifierNormalizer(new EmailKey(), new PhoneKey(null));
  }

  /**
   * Returns a copy that reads phone numbers in national form as numbers of a region.
   *
   * @param iso2 the region's code in ISO 3166, such as {@code GB}; case does not matter
   * @throws IllegalArgumentException if there is no such region
   */
  public IdentifierNormalizer withDefaultRegion(String iso2) {
    return new IdentifierNormalizer(emails, phones.withRegion(iso2));
  }

  /** Returns the identifier as a key, or why it is none. */
  public Normalized normalize(Identifier given) {
    try {
      return new Normalized.Key(new Identifier(given.namespace(), key(given)));
    } catch (NotAKey reason) {
      return reason.setAside(given);
    }
  }

  private String key(Identifier given) throws NotAKey {
    String text = clean(given);
    if (Placeholders.contains(text)) {
      throw new NotAKey(ReasonCode.IDENTIFIER_BLOCKED, "a placeholder, shared by many");
    }
    return switch (given.namespace()) {
      case Identifier.EMAIL -> emails.of(text);
      case Identifier.PHONE -> phones.of(text);
      default -> text;
    };
  }

  private static String clean(Identifier given) throws NotAKey {
    // A number has at most 15 digits: what is too long is not a phone number in the first place.
    if (given.namespace().equals(Identifier.PHONE)
        && given.value().length() > Limits.IDENTIFIER_LENGTH) {
      throw new NotAKey(ReasonCode.INVALID_PHONE, "length " + given.value().length());
    }
    return CleanText.of(given.value());
  }
}
