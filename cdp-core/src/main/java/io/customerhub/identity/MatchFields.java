package io.customerhub.identity;

import io.customerhub.event.Identifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Picks from a record's traits what matching by similarity uses, whatever the source calls it:
 * {@code firstName}, {@code first_name} and {@code given_name} are one field. Pure.
 *
 * <p>Case and separators of names do not matter. Of several names of one field the most usual one
 * that has a value wins. An {@code address} may be a text, or a map as in the Segment
 * specification.
 */
public final class MatchFields {

  /** First name. */
  public static final String GIVEN_NAME = "given_name";

  /** Last name. */
  public static final String SURNAME = "surname";

  /** Whole name of a person or organisation. */
  public static final String NAME = "name";

  /** Date of birth. */
  public static final String BIRTH_DATE = "birth_date";

  /** Street with house number. */
  public static final String STREET = "street";

  /** Postal code. */
  public static final String POSTCODE = "postcode";

  /** City, town or suburb. */
  public static final String CITY = "city";

  /** State, region or province. */
  public static final String STATE = "state";

  /** Country. */
  public static final String COUNTRY = "country";

  /** Company or other organisation. */
  public static final String ORGANISATION = "organisation";

  /** E-mail address. */
  public static final String EMAIL = "email";

  /** Phone number. */
  public static final String PHONE = "phone";

  /** Web address of an organisation. */
  public static final String WEBSITE = "website";

  /** Number for value added tax of an organisation. */
  public static final String VAT_ID = "vat_id";

  /** Number of an organisation in a register of companies. */
  public static final String REGISTRATION_ID = "registration_id";

  /** D-U-N-S number of an organisation. */
  public static final String DUNS = "duns";

  /** Legal entity identifier, ISO 17442. */
  public static final String LEI = "lei";

  /** Gender. */
  public static final String GENDER = "gender";

  /** Longest value kept, in code points. */
  public static final int VALUE_LENGTH = 256;

  private static final Set<String> UNKNOWN =
      // Without na and nan, which are names of people.
      Set.of(
          "-",
          "--",
          "---",
          ".",
          "?",
          "n.a.",
          "n/a",
          "none",
          "null",
          "tbd",
          "undefined",
          "unk",
          "unknown",
          "anonymous",
          "xxx",
          "[object object]",
          "not available");

  private MatchFields() {}

  /** Returns the canonical name that a trait's name stands for; empty if matching ignores it. */
  public static Optional<String> field(String traitName) {
    return Optional.ofNullable(FieldNames.ofAlias(FieldNames.folded(traitName)));
  }

  /** Returns whether a value is what systems write when they know nothing, such as {@code n/a}. */
  public static boolean isPlaceholder(String value) {
    return isUnknown(value.strip());
  }

  /** Returns whether a name is one of the canonical names above. */
  static boolean isField(String name) {
    return FieldNames.canonical().contains(name);
  }

  /**
   * Returns the fields by canonical name. Values are trimmed text as given, at most {@value
   * #VALUE_LENGTH} code points; blank ones and placeholders such as {@code n/a} are left out.
   *
   * @param traits traits in canonical form, see {@link io.customerhub.event.Values}
   */
  public static Map<String, String> from(Map<String, Object> traits) {
    Map<String, String> byName = flat(traits);
    Map<String, String> fields = new TreeMap<>();
    for (String field : FieldNames.canonical()) {
      String value = first(byName, FieldNames.aliases(field));
      if (value != null) {
        fields.put(field, value);
      }
    }
    fields.computeIfPresent(MatchFields.STREET, (field, street) -> withNumber(byName, street));
    return Collections.unmodifiableMap(fields);
  }

  /** Returns the e-mail address and the phone number among the traits as identifiers, as given. */
  public static List<Identifier> identifiers(Map<String, Object> traits) {
    Map<String, String> byName = flat(traits);
    List<Identifier> found = new ArrayList<>(2);
    String email = first(byName, FieldNames.aliases(EMAIL));
    if (email != null) {
      found.add(Identifier.email(email));
    }
    String phone = first(byName, FieldNames.aliases(PHONE));
    if (phone != null) {
      found.add(Identifier.phone(phone));
    }
    return List.copyOf(found);
  }

  private static Map<String, String> flat(Map<String, Object> traits) {
    Map<String, String> byName = new HashMap<>();
    traits.forEach((name, value) -> put(byName, FieldNames.folded(name), value));
    return byName;
  }

  private static void put(Map<String, String> byName, String name, Object value) {
    if (value instanceof Map<?, ?> nested) {
      if (name.equals("address")) {
        nested.forEach((key, part) -> putText(byName, name + FieldNames.folded("" + key), part));
      }
    } else {
      putText(byName, name, value);
    }
  }

  private static void putText(Map<String, String> byName, String name, @Nullable Object value) {
    String text = text(value);
    if (!text.isEmpty()) {
      // Two spellings of one name, both with a value: the smaller value, whatever the order.
      byName.merge(name, text, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }

  private static String text(@Nullable Object value) {
    String text =
        value instanceof BigDecimal number
            ? number.toPlainString()
            : value instanceof String given ? given.strip() : "";
    return isUnknown(text) ? "" : cut(text);
  }

  private static boolean isUnknown(String text) {
    String word = CleanText.folded(cut(text));
    return UNKNOWN.contains(word);
  }

  /** Returns the text, cut to {@value #VALUE_LENGTH} code points. */
  static String cut(String text) {
    return text.length() <= VALUE_LENGTH || text.codePointCount(0, text.length()) <= VALUE_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, VALUE_LENGTH));
  }

  private static @Nullable String first(Map<String, String> byName, List<String> aliases) {
    for (String alias : aliases) {
      String value = byName.get(alias);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static String withNumber(Map<String, String> byName, String street) {
    String number = first(byName, FieldNames.HOUSE_NUMBER);
    return number == null || street.startsWith(number) ? street : cut(number + " " + street);
  }
}
