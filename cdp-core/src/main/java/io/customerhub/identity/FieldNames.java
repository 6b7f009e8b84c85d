package io.customerhub.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names under which sources send what records are matched by, best first. */
final class FieldNames {

  /** Joined in front of the street; not a field of its own. */
  static final List<String> HOUSE_NUMBER =
      List.of(
          "streetnumber",
          "housenumber",
          "streetno",
          "houseno",
          "addressstreetnumber",
          "addresshousenumber");

  /** Canonical name to folded aliases. */
  private static final Map<String, List<String>> ALIASES =
      Map.ofEntries(
          Map.entry(
              MatchFields.GIVEN_NAME,
              List.of("givenname", "firstname", "forename", "fname", "first", "given", "vorname")),
          Map.entry(
              MatchFields.SURNAME,
              List.of("surname", "lastname", "familyname", "lname", "last", "family", "nachname")),
          Map.entry(
              MatchFields.NAME,
              List.of("name", "fullname", "displayname", "customername", "contactname")),
          Map.entry(
              MatchFields.BIRTH_DATE,
              List.of("birthdate", "birthday", "dateofbirth", "dob", "geburtsdatum")),
          Map.entry(
              MatchFields.STREET,
              List.of(
                  "street",
                  "addressstreet",
                  "streetaddress",
                  "address1",
                  "addressline1",
                  "addressaddress1",
                  "addressline",
                  "address",
                  "addr",
                  "strasse")),
          Map.entry(
              MatchFields.POSTCODE,
              List.of(
                  "postcode",
                  "postalcode",
                  "zip",
                  "zipcode",
                  "plz",
                  "addresspostcode",
                  "addresspostalcode",
                  "addresszip",
                  "addresszipcode")),
          Map.entry(
              MatchFields.CITY,
              List.of(
                  "city",
                  "suburb",
                  "town",
                  "locality",
                  "addresscity",
                  "addresssuburb",
                  "addresstown",
                  "addresslocality",
                  "ort")),
          Map.entry(
              MatchFields.STATE,
              List.of(
                  "state",
                  "region",
                  "province",
                  "addressstate",
                  "addressregion",
                  "addressprovince")),
          Map.entry(
              MatchFields.COUNTRY,
              List.of("country", "countrycode", "addresscountry", "addresscountrycode")),
          Map.entry(
              MatchFields.ORGANISATION,
              List.of(
                  "organisation",
                  "organization",
                  "company",
                  "companyname",
                  "organisationname",
                  "organizationname",
                  "employer")),
          Map.entry(
              MatchFields.EMAIL, List.of("email", "emailaddress", "mail", "mailaddress", "email1")),
          Map.entry(
              MatchFields.PHONE,
              List.of(
                  "phone",
                  "phonenumber",
                  "mobile",
                  "mobilephone",
                  "mobilenumber",
                  "telephone",
                  "telephonenumber",
                  "tel",
                  "cell",
                  "cellphone",
                  "phone1")),
          Map.entry(
              MatchFields.WEBSITE,
              List.of("website", "websiteurl", "webpage", "homepage", "web", "url", "domain")),
          Map.entry(
              MatchFields.VAT_ID,
              List.of(
                  "vatid",
                  "vat",
                  "vatnumber",
                  "vatno",
                  "vatin",
                  "taxid",
                  "taxnumber",
                  "taxcode",
                  "ustid",
                  "ustidnr",
                  "tva",
                  "nif",
                  "cif",
                  "partitaiva",
                  "masothue",
                  "mst")),
          Map.entry(
              MatchFields.REGISTRATION_ID,
              List.of(
                  "registrationid",
                  "registrationnumber",
                  "companynumber",
                  "companyregistrationnumber",
                  "registrationno",
                  "handelsregisternummer",
                  "siren",
                  "kvk",
                  "abn",
                  "orgnr")),
          Map.entry(MatchFields.DUNS, List.of("duns", "dunsnumber", "dunsno")),
          Map.entry(MatchFields.LEI, List.of("lei", "leicode")),
          Map.entry(MatchFields.GENDER, List.of("gender", "sex")));

  private static final Map<String, String> BY_ALIAS = new HashMap<>();

  static {
    ALIASES.forEach((field, names) -> names.forEach(name -> BY_ALIAS.put(name, field)));
  }

  private FieldNames() {}

  /** Returns the canonical name of a folded alias; null if it is none. */
  static @Nullable String ofAlias(String alias) {
    return BY_ALIAS.get(alias);
  }

  /** Returns the canonical names. */
  static Set<String> canonical() {
    return ALIASES.keySet();
  }

  /** Returns the folded aliases of a canonical name; empty if there is no such field. */
  static List<String> aliases(String field) {
    return ALIASES.getOrDefault(field, List.of());
  }

  /** Returns a name in lower case with nothing but its letters and digits. */
  static String folded(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
