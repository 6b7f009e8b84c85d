package io.customerhub.examples.resolve;

import io.customerhub.identity.MatchFields;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address written as one text.
 *
 * @param street before the first comma; all of it if there is none
 * @param city what is left behind it; may be empty
 * @param postcode the last number behind it, or at the end; may be empty
 */
record Address(String street, String city, String postcode) {

  private static final Pattern POSTCODE =
      Pattern.compile(
          "\\b(\\d{4,6}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LAST_POSTCODE =
      Pattern.compile(
          "\\s(\\d{4,6}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2})$",
          Pattern.CASE_INSENSITIVE);

  /** No postcode is longer, with the blank before it. */
  private static final int LONGEST_POSTCODE = 12;

  private static final Pattern NUMBER = Pattern.compile("\\d");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

  static Address of(String text) {
    int comma = text.indexOf(',');
    // "Flat 3, 12 High Street": what comes before the comma has to be long enough for a street.
    if (comma > 0 && comma < 8) {
      comma = text.indexOf(',', comma + 1);
    }
    if (comma < 0) {
      return withoutComma(text);
    }
    String rest = text.substring(comma + 1);
    Matcher matcher = POSTCODE.matcher(rest);
    String postcode = "";
    while (matcher.find()) {
      postcode = matcher.group();
    }
    String city =
        (postcode.isEmpty() ? rest : rest.replace(postcode, " ")).replace(',', ' ').strip();
    return new Address(text.substring(0, comma).strip(), city, postcode);
  }

  /** The second number, if it is at the end, is hardly one of a house. */
  private static Address withoutComma(String text) {
    Matcher end = LAST_POSTCODE.matcher(text);
    end.region(Math.max(0, text.length() - LONGEST_POSTCODE), text.length());
    return end.find() && isNumberAndWord(text.substring(0, end.start()))
        ? new Address(text.substring(0, end.start()).strip(), "", end.group(1))
        : new Address(text, "", "");
  }

  private static boolean isNumberAndWord(String street) {
    Matcher number = NUMBER.matcher(street);
    return number.find() && WORD.matcher(street).find(number.end());
  }

  void into(Map<String, Object> traits) {
    traits.remove(MatchFields.STREET);
    if (!street.isEmpty()) {
      traits.put(MatchFields.STREET, street);
    }
    if (!city.isEmpty()) {
      traits.put(MatchFields.CITY, city);
    }
    if (!postcode.isEmpty()) {
      traits.put(MatchFields.POSTCODE, postcode);
    }
  }
}
