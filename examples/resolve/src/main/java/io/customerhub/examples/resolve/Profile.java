package io.customerhub.examples.resolve;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the values of a column look like. */
final class Profile {

  private static final int SAMPLE = 5_000;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.\\w+");
  private static final Pattern CLOCK = Pattern.compile(".*\\d[T ]\\d\\d?:\\d\\d.*");
  private static final Pattern MIDNIGHT = Pattern.compile(".*[T ]00?:00.*");
  private static final Pattern PHONE = Pattern.compile("[+(]?[\\d][\\d\\s()./-]{6,18}\\d");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d+[.,]\\d+");
  private static final Pattern POSTCODE =
      Pattern.compile(
          "\\d{4,6}|\\d{5}-\\d{4}|[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}|\\d{4} ?[A-Za-z]{2}"
              + "|[A-Za-z]\\d[A-Za-z] ?\\d[A-Za-z]\\d|\\d{3}[- ]\\d{2,4}|\\d{2}-\\d{3}");
  private static final Pattern STREET =
      Pattern.compile("\\d+\\w?([ ,/-].*)?\\p{L}{3}.*|\\p{L}[\\p{L}\\p{M}.' -]{2,}[ ,]+\\d+.*");
  private static final Pattern STREET_WORD =
      Pattern.compile(
          ".*\\b(street|st|road|rd|avenue|ave|blvd|lane|ln|drive|dr|place|pl|close|circuit|crescent"
              + "|court|str|weg|gasse|allee|platz|rue|via|calle|rua|duong|laan)\\b.*"
              + "|.*(strasse|straße|straat)\\b.*");
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}'’.\\-, ()]+");
  private static final Pattern PASSENGER =
      Pattern.compile("\\p{Lu}[\\p{Lu}' -]*/\\p{Lu}[\\p{Lu}' -]*");
  private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d");
  private static final Pattern WEBSITE =
      Pattern.compile("(?:https?://|www\\.)[^\\s@]+|[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,6}/?");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern ID = Pattern.compile("(?=.*\\d)[\\w -]{6,40}");
  private static final Set<String> GENDERS =
      Set.of(
          "m",
          "f",
          "male",
          "female",
          "w",
          "x",
          "d",
          "u",
          "man",
          "woman",
          "männlich",
          "weiblich",
          "homme",
          "femme",
          "h",
          "hombre",
          "mujer",
          "nam",
          "nữ",
          "nu",
          "masculino",
          "femenino",
          "k",
          "м",
          "ж",
          "муж",
          "жен",
          "мужской",
          "женский",
          "男",
          "女",
          "男性",
          "女性",
          "남",
          "여",
          "남자",
          "여자",
          "ذكر",
          "أنثى",
          "kobieta",
          "mężczyzna");
  private static final Pattern COMPANY =
      Pattern.compile(
          ".*\\b(gmbh|ag|kg|ohg|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co"
              + "|company|sa|sarl|sas|srl|spa|s\\.a|bv|nv|oy|ab|as|pty|group|holding|holdings|bank"
              + "|restaurant|cafe|hotel|bar|grill|store|shop|university|school|hospital|clinic"
              + "|services|solutions|systems|technologies|international|industries|partners|cty"
              + "|tnhh|the|of|and|le|la)\\b.*|.*[&\\d].*|.*(公司|会社|集团|회사|㈜|ооо|зао|оао).*");

  /** Chinese, Japanese and Korean names stand without a blank. */
  private static final Pattern WITHOUT_BLANKS =
      Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}ー]{2,5}");

  private final List<String> values;
  private final long distinct;
  private final long allDistinct;
  private final int all;
  private final double filled;

  Profile(List<String> values, int rows) {
    this.filled = rows == 0 ? 0 : (double) values.size() / rows;
    this.values = values.subList(0, Math.min(SAMPLE, values.size()));
    this.distinct = this.values.stream().distinct().count();
    this.all = values.size();
    this.allDistinct = new HashSet<>(values).size();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Returns whether the column says the same of many rows. */
  boolean isConstant() {
    return distinct == 1 && values.size() >= 20;
  }

  /** Returns whether no two of many rows have the same value. */
  boolean isUnique() {
    return all >= 20 && allDistinct >= all * 0.998;
  }

  /** Returns the share of rows that have a value. */
  double filled() {
    return filled;
  }

  /** Returns how many of the values are different, 0 to 1. */
  double distinct() {
    return values.isEmpty() ? 0 : (double) distinct / values.size();
  }

  long differentValues() {
    return distinct;
  }

  double emails() {
    return share(v -> EMAIL.matcher(Rows.several(v).stream().findFirst().orElse("")).matches());
  }

  double dates() {
    return share(v -> Dates.isDate(v));
  }

  /** Dates over many years and without a time of day; what a system writes down is of late. */
  double birthDates() {
    double clocks = share(v -> CLOCK.matcher(v).matches() && !MIDNIGHT.matcher(v).matches());
    return clocks > 0.2 || (values.size() >= 20 && Dates.years(values) < 12) ? 0 : dates();
  }

  /** Returns the share of values that are years of the last centuries. */
  double years() {
    return share(YEAR.asMatchPredicate());
  }

  /** Returns whether the values are years, and of a life rather than of some last changes. */
  boolean areBirthYears() {
    return years() > 0.9 && differentValues() > 15;
  }

  double websites() {
    return share(WEBSITE.asMatchPredicate());
  }

  double phones() {
    return share(
        v ->
            PHONE.matcher(v).matches()
                && digits(v) >= 8
                && !DECIMAL.matcher(v).matches()
                && !Dates.isDate(v));
  }

  /** Returns the share of values that begin as a number does that is dialled. */
  double dialled() {
    return share(v -> v.startsWith("+") || v.startsWith("0") || v.startsWith("("));
  }

  /** Returns the share of values that are little but digits. */
  double numeric() {
    return share(v -> digits(v) * 2 > v.length());
  }

  double postcodes() {
    return share(POSTCODE.asMatchPredicate());
  }

  double streets() {
    return words() > 9 || (differentValues() < 8 && values.size() >= 50)
        ? 0
        : share(
            v ->
                STREET.matcher(v).matches()
                    || STREET_WORD.matcher(v.toLowerCase(Locale.ROOT)).matches());
  }

  /**
   * Returns the share of values with letters of any script, digits, and more than a few of them.
   */
  double addresses() {
    return share(
        v -> v.length() > 5 && digits(v) > 0 && v.codePoints().anyMatch(Character::isLetter));
  }

  /** Returns the share of values with a digit. */
  double withDigits() {
    return share(v -> digits(v) > 0);
  }

  double genders() {
    return distinct > 6 ? 0 : share(v -> GENDERS.contains(v.toLowerCase(Locale.ROOT)));
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

  double companies() {
    return share(v -> COMPANY.matcher(v.toLowerCase(Locale.ROOT)).matches());
  }

  /** Returns the share of values that have as many words as a person's name. */
  double nameLike() {
    return share(
        v ->
            WORDS.matcher(v.replace('/', ' ')).matches()
                && in(v.split("[\\s,/]+", -1).length, 2, 5));
  }

  /** Returns the share of values that are as short as a person's name in East Asian characters. */
  double shortInCharacters() {
    return share(WITHOUT_BLANKS.asMatchPredicate());
  }

  /** Returns the share of whole numbers in a range. */
  double numbers(int least, int most) {
    return share(v -> v.matches("\\d{1,5}\\p{L}?") && in(leading(v), least, most));
  }

  double words() {
    return values.stream().mapToInt(v -> v.split("\\s+", -1).length).average().orElse(0);
  }

  /** Returns the share of values one of whose words is among these. */
  double startingWith(Set<String> known) {
    return share(v -> known.contains(v.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)[0]));
  }

  /** Returns the share of values any of whose words is among these. */
  double withWordAmong(Set<String> known) {
    return share(
        v ->
            Arrays.stream(v.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                .anyMatch(word -> word.length() > 1 && known.contains(word)));
  }

  /** Returns the share of values that are names as airlines write them. */
  double passengers() {
    return share(PASSENGER.asMatchPredicate());
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

  private static int leading(String value) {
    Matcher digits = NUMBER.matcher(value);
    return digits.find() ? Integer.parseInt(digits.group()) : 0;
  }

  private static long digits(String value) {
    return value.chars().filter(Character::isDigit).count();
  }

  private static boolean in(int number, int least, int most) {
    return number >= least && number <= most;
  }
}
