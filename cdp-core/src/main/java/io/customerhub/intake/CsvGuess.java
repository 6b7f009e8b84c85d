package io.customerhub.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a column most likely means, by its name alone. */
final class CsvGuess {

  /** The source's own id of a row. */
  private static final Set<String> IDS =
      words("id recid recordid uniqueid customerid customerno customernumber clientid contactid");

  private static final Map<String, String> TARGETS =
      targets(
          "identifier.email: email emailaddress mail",
          "identifier.phone: phone phonenumber phoneno tel telephone mobile mobilephone cell "
              + "cellphone telefon",
          "identifier.user_id: userid login username",
          "identifier.anonymous_id: anonymousid cookie cookieid",
          "identifier.loyalty_card: loyaltycard loyaltyno loyaltynumber cardno cardnumber",
          "identifier.device_id: deviceid",
          "trait.given_name: givenname firstname first fname forename vorname prenom",
          "trait.middle_name: middlename middle",
          "trait.surname: surname lastname last lname familyname nachname",
          "trait.name: name fullname",
          "trait.birth_date: dateofbirth dob birthdate birthday geburtsdatum",
          "trait.gender: gender sex",
          "trait.title: title salutation",
          "trait.street: address address1 addressline1 street streetaddress addr",
          "trait.address2: address2 addressline2",
          "trait.postcode: postcode postalcode zip zipcode plz",
          "trait.city: city town suburb locality ort",
          "trait.state: state province region",
          "trait.country: country countrycode land",
          "trait.organisation: company companyname organisation organization employer");

  private CsvGuess() {}

  static CsvMapping of(List<String> header, String source) {
    CsvMappingBuilder builder = CsvMapping.source(source);
    Set<String> taken = new HashSet<>();
    boolean idFound = false;
    for (String column : header) {
      String word = word(column);
      if (!idFound && IDS.contains(word)) {
        builder.id(column);
        idFound = true;
      } else {
        builder.column(column, target(column, word, taken));
      }
    }
    return builder.build();
  }

  /** Two columns may both hold an e-mail address, but of two cities only the first is the city. */
  private static String target(String column, String word, Set<String> taken) {
    String known = TARGETS.getOrDefault(word, "");
    if (known.startsWith("identifier.") || (!known.isEmpty() && taken.add(known))) {
      return known;
    }
    String name = Fields.sanitised(column, 200);
    String own = "trait." + (name.isEmpty() ? "column" : name);
    String free = own;
    for (int i = 2; !taken.add(free); i++) {
      free = own + "_" + i;
    }
    return free;
  }

  private static String word(String column) {
    StringBuilder out = new StringBuilder();
    column
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static Map<String, String> targets(String... lines) {
    Map<String, String> targets = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      words(line.substring(colon + 2)).forEach(w -> targets.put(w, line.substring(0, colon)));
    }
    return Map.copyOf(targets);
  }

  private static Set<String> words(String words) {
    return Set.copyOf(Arrays.asList(words.split(" ", -1)));
  }
}
