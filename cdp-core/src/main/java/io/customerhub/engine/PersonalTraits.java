package io.customerhub.engine;

import io.customerhub.identity.MatchFields;
import java.util.Locale;
import java.util.Set;

/** Knows the traits that say who somebody is and not what somebody is like, by their names. */
final class PersonalTraits {

  /** Beside those that matching uses. */
  private static final Set<String> MORE =
      Set.of(
          "avatar",
          "bankaccount",
          "bio",
          "comment",
          "comments",
          "cookie",
          "description",
          "housenumber",
          "houseno",
          "iban",
          "ip",
          "ipaddress",
          "lat",
          "latitude",
          "lng",
          "login",
          "lon",
          "longitude",
          "maidenname",
          "middlename",
          "nationalid",
          "nickname",
          "note",
          "notes",
          "passport",
          "passportnumber",
          "photo",
          "socialsecuritynumber",
          "ssn",
          "streetno",
          "streetnumber",
          "token",
          "userid",
          "username");

  private PersonalTraits() {}

  static boolean isPersonal(String trait) {
    return MatchFields.field(trait).isPresent() || MORE.contains(folded(trait));
  }

  private static String folded(String trait) {
    StringBuilder out = new StringBuilder();
    trait.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
