package io.customerhub.examples.resolve;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a column most likely means by its name. */
final class ColumnNames {

  private static final Map<String, Meaning> WORDS = new HashMap<>();

  /** Also known as a word within a longer name. */
  private static final Map<String, Meaning> PARTS = new HashMap<>();

  static {
    both(
        Meaning.GIVEN_NAME, "givenname firstname fname forename vorname prenom first given nombre");
    both(Meaning.SURNAME, "surname lastname lname familyname nachname last family apellido");
    words(Meaning.NAME, "name fullname customername displayname contactname clientname");
    both(Meaning.BIRTH_DATE, "dateofbirth dob birthdate birthday birth geburtsdatum bday");
    both(Meaning.EMAIL, "email mail emailaddress");
    both(
        Meaning.PHONE, "phone telephone tel mobile cell phonenumber cellphone mobilephone telefon");
    words(Meaning.HOUSE_NUMBER, "streetnumber housenumber houseno streetno hausnummer");
    both(Meaning.STREET, "street strasse streetaddress");
    words(Meaning.STREET, "address addr addressline adresse");
    both(Meaning.POSTCODE, "postcode postalcode zip zipcode plz postal");
    both(Meaning.CITY, "city town suburb locality ort stadt");
    words(Meaning.STATE, "state province region bundesland");
    words(Meaning.COUNTRY, "country countrycode land");
    both(Meaning.GENDER, "gender sex geschlecht");
    both(Meaning.ORGANISATION, "company organisation organization employer firma business");
    both(Meaning.ID, "ssn socsecid socialsecurity socialsecuritynumber nationalid passport taxid");
    words(Meaning.ID, "loyaltycard cardno cardnumber customerno customerid userid memberid");
    words(Meaning.ROW_ID, "id recid rowid uniqueid recordid rownumber");
    words(
        Meaning.IGNORED,
        "cluster clusterid entid entityid label truth blockingnumber age title suffix matchid"
            + " createdat updatedat timestamp source");
  }

  private ColumnNames() {}

  static @Nullable Meaning of(String column) {
    String whole = letters(column);
    Meaning known = WORDS.get(whole);
    if (known != null) {
      // A second line of an address rather confuses than helps.
      return column.endsWith("2") && !known.isRepeatable() ? Meaning.IGNORED : known;
    }
    String split = column.replaceAll("([a-z])([A-Z])", "$1 $2");
    for (String part : split.split("[^\\p{L}]+", -1)) {
      Meaning within = PARTS.get(letters(part));
      if (within != null) {
        return within;
      }
    }
    return null;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  private static void both(Meaning meaning, String words) {
    words(meaning, words);
    for (String word : words.split(" ", -1)) {
      PARTS.put(word, meaning);
    }
  }

  private static void words(Meaning meaning, String words) {
    for (String word : words.split(" ", -1)) {
      WORDS.put(word, meaning);
    }
  }
}
