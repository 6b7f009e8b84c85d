package io.customerhub.crm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Checks of input. Each names the field and what was expected, and never repeats the value, which
 * may be personal data.
 */
public final class Checks {

  private Checks() {}

  /**
   * Returns a text without surrounding white space.
   *
   * @throws InvalidRecordException if nothing is left, it is longer than {@code limit}, or it is
   *     not valid Unicode or holds U+0000
   */
  public static String text(String field, String given, int limit) {
    String text = optional(field, given, limit);
    if (text.isEmpty()) {
      throw new InvalidRecordException(field, "is blank; expected 1 to " + limit + " characters");
    }
    return text;
  }

  /**
   * Returns a text without surrounding white space; it may be empty.
   *
   * @throws InvalidRecordException as {@link #text}, except for a blank text
   */
  public static String optional(String field, String given, int limit) {
    Objects.requireNonNull(given, field);
    if (given.length() > limit) {
      throw new InvalidRecordException(
          field, "has " + given.length() + " characters, at most " + limit + " are allowed");
    }
    if (given.indexOf(0) >= 0 || hasLoneSurrogate(given)) {
      throw new InvalidRecordException(field, "holds U+0000 or half of a surrogate pair");
    }
    return given.strip();
  }

  /**
   * Returns a key: lower-case letters, digits, dots, hyphens and underscores.
   *
   * @throws InvalidRecordException if it has other characters, none, or more than {@value
   *     CrmLimits#KEY}
   */
  public static String key(String field, String given) {
    String key = text(field, given, CrmLimits.KEY);
    if (!key.chars().allMatch(Checks::isKeyCharacter)) {
      throw new InvalidRecordException(
          field, "may hold lower-case letters a to z, digits, dots, hyphens and underscores only");
    }
    return key;
  }

  /**
   * Returns a probability.
   *
   * @throws InvalidRecordException if it is not a number from 0 to 1
   */
  public static double probability(String field, double given) {
    if (!(given >= 0 && given <= 1)) {
      throw new InvalidRecordException(field, "is " + given + ", expected a number from 0 to 1");
    }
    return given == 0 ? 0.0 : given;
  }

  /**
   * Returns a time.
   *
   * @throws InvalidRecordException if its year is not 1 to 9999
   */
  public static Instant time(String field, Instant given) {
    if (given.isBefore(CrmLimits.EARLIEST) || given.isAfter(CrmLimits.LATEST)) {
      throw new InvalidRecordException(field, "is out of range; expected the years 1 to 9999");
    }
    return given;
  }

  /**
   * Returns a date.
   *
   * @throws InvalidRecordException if its year is not 1 to 9999
   */
  public static LocalDate date(String field, LocalDate given) {
    if (given.isBefore(CrmLimits.EARLIEST_DATE) || given.isAfter(CrmLimits.LATEST_DATE)) {
      throw new InvalidRecordException(field, "is out of range; expected the years 1 to 9999");
    }
    return given;
  }

  /**
   * Checks a number of things.
   *
   * @throws InvalidRecordException if there are more than {@code limit}
   */
  public static void size(String field, int given, int limit) {
    if (given > limit) {
      throw new InvalidRecordException(field, "are " + given + ", at most " + limit);
    }
  }

  /**
   * Returns the size of a page.
   *
   * @throws IllegalArgumentException if it is not 1 to {@value CrmLimits#PAGE}
   */
  public static int page(int limit) {
    if (limit < 1 || limit > CrmLimits.PAGE) {
      throw new IllegalArgumentException("limit is " + limit + ", expected 1 to " + CrmLimits.PAGE);
    }
    return limit;
  }

  private static boolean isKeyCharacter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
