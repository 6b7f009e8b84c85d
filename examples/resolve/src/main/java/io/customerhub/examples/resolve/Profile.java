package io.customerhub.examples.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the values of a column look like. */
final class Profile {

  private static final int SAMPLE = 5_000;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.\\w+");
  private static final Pattern DATE =
      Pattern.compile(
          "(1[89]|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}.{0,14}"
              + "|\\d{1,2}[-/.]\\d{1,2}[-/.](1[89]|20)\\d\\d.{0,14}"
              + "|(1[89]|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])");
  private static final Pattern PHONE = Pattern.compile("[+(]?[\\d][\\d\\s()./-]{6,18}\\d");
  private static final Pattern POSTCODE =
      Pattern.compile(
          "\\d{4,6}|\\d{5}-\\d{4}|[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}|\\d{4} ?[A-Za-z]{2}"
              + "|[A-Za-z]\\d[A-Za-z] ?\\d[A-Za-z]\\d");
  private static final Pattern STREET =
      Pattern.compile("\\d+\\w? .*\\p{L}{3}.*|\\p{L}{3}.* \\d+.*");
  private static final Pattern STREET_WORD =
      Pattern.compile(
          ".*\\b(street|st|road|rd|avenue|ave|blvd|lane|ln|drive|dr|place|pl|close|circuit|crescent"
              + "|court|strasse|str|weg|rue|via|calle)\\b.*");
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}'’.\\- ]+");
  private static final Pattern ID = Pattern.compile("(?=.*\\d)[\\w-]{6,40}");
  private static final Set<String> GENDERS = Set.of("m", "f", "male", "female", "w", "x", "d", "u");

  private final List<String> values;
  private final long distinct;
  private final double filled;

  Profile(List<String> values, int rows) {
    this.filled = rows == 0 ? 0 : (double) values.size() / rows;
    this.values = values.subList(0, Math.min(SAMPLE, values.size()));
    this.distinct = this.values.stream().distinct().count();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Returns the share of rows that have a value. */
  double filled() {
    return filled;
  }

  /** Returns how many of the values are different, 0 to 1. */
  double distinct() {
    return values.isEmpty() ? 0 : (double) distinct / values.size();
  }

  double emails() {
    return share(EMAIL.asMatchPredicate());
  }

  double dates() {
    return share(DATE.asMatchPredicate());
  }

  double phones() {
    return share(v -> PHONE.matcher(v).matches() && digits(v) >= 8);
  }

  double postcodes() {
    return share(POSTCODE.asMatchPredicate());
  }

  double streets() {
    return share(
        v ->
            STREET.matcher(v).matches()
                || STREET_WORD.matcher(v.toLowerCase(Locale.ROOT)).matches());
  }

  double genders() {
    return distinct > 4 ? 0 : share(v -> GENDERS.contains(v.toLowerCase(Locale.ROOT)));
  }

  double states() {
    return distinct > 80 || distinct < 3 ? 0 : share(v -> v.matches("\\p{L}{2,3}"));
  }

  double texts() {
    return share(v -> WORDS.matcher(v).matches());
  }

  double ids() {
    return share(ID.asMatchPredicate());
  }

  /** Returns the share of whole numbers in a range. */
  double numbers(int least, int most) {
    return share(v -> v.matches("\\d{1,5}") && in(Integer.parseInt(v), least, most));
  }

  double words() {
    return values.stream().mapToInt(v -> v.split("\\s+", -1).length).average().orElse(0);
  }

  /** Returns the share of values whose first word is among these. */
  double startingWith(Set<String> known) {
    return share(v -> known.contains(v.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)[0]));
  }

  /** Returns whether the values are numbers one after another: of rows, not of people. */
  boolean isSequence() {
    Set<Long> numbers = new HashSet<>();
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (String value : values) {
      String digits = value.replaceAll("\\D", "");
      if (digits.isEmpty() || digits.length() > 15 || !numbers.add(Long.parseLong(digits))) {
        return false;
      }
      least = Math.min(least, Long.parseLong(digits));
      most = Math.max(most, Long.parseLong(digits));
    }
    return !values.isEmpty() && most - least < 20L * values.size();
  }

  private double share(Predicate<String> test) {
    return values.isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
  }

  private static long digits(String value) {
    return value.chars().filter(Character::isDigit).count();
  }

  private static boolean in(int number, int least, int most) {
    return number >= least && number <= most;
  }
}
