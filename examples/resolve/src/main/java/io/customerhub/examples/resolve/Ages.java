package io.customerhub.examples.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which year somebody was born who is of an age, where it is known when that was.
 *
 * @param year in which all were of their age; 0 if it is not one for all
 * @param column that has the year of each row, such as of a census; -1 if there is none
 */
record Ages(int year, int column) {

  private static final Ages UNKNOWN = new Ages(0, -1);
  private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d");
  private static final Pattern AGE = Pattern.compile("\\d{1,3}");
  private static final int ENOUGH = 20;

  /**
   * Returns when ages of a table are of: as the name of the column says, such as age_2023, or as
   * those rows do that tell a year of birth too, beside a year of their own or in one for all.
   */
  static Ages of(Table table, List<Meaning> columns) {
    int age = columns.indexOf(Meaning.AGE);
    if (age < 0) {
      return UNKNOWN;
    }
    Matcher named = YEAR.matcher(table.header().get(age));
    if (named.find()) {
      return new Ages(Integer.parseInt(named.group()), -1);
    }
    int column = column(table, columns, age);
    return column < 0 ? new Ages(sum(table, columns, age), -1) : new Ages(0, column);
  }

  /** Returns the column that with the age makes the years of birth that are known. */
  private static int column(Table table, List<Meaning> columns, int age) {
    int born = columns.indexOf(Meaning.BIRTH_YEAR);
    for (int i = 0; i < columns.size() && born >= 0 && table.named(); i++) {
      if (columns.get(i) == Meaning.IGNORED
          && ColumnNames.isYear(table.header().get(i))
          && fits(table, i, age, born)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean fits(Table table, int year, int age, int born) {
    int known = 0;
    int fitting = 0;
    for (List<String> row : table.rows()) {
      boolean told = YEAR.matcher(row.get(year)).matches() && YEAR.matcher(row.get(born)).matches();
      if (told && AGE.matcher(row.get(age)).matches()) {
        int sum = Integer.parseInt(row.get(born)) + Integer.parseInt(row.get(age));
        known++;
        fitting += Math.abs(Integer.parseInt(row.get(year)) - sum) <= 1 ? 1 : 0;
      }
    }
    return known >= ENOUGH && fitting >= known * 0.8;
  }

  /** Born in a year and so old make the year, or the one after it before a birthday. */
  private static int sum(Table table, List<Meaning> columns, int age) {
    int born = columns.indexOf(Meaning.BIRTH_YEAR);
    Map<Integer, Integer> sums = new HashMap<>();
    for (List<String> row : born < 0 ? List.<List<String>>of() : table.rows()) {
      String year = row.get(born);
      if (YEAR.matcher(year).matches() && AGE.matcher(row.get(age)).matches()) {
        sums.merge(Integer.parseInt(year) + Integer.parseInt(row.get(age)), 1, Integer::sum);
      }
    }
    return sums.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .filter(most -> most.getValue() >= ENOUGH)
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** Returns the year of birth by the age that a row tells; empty if it is not known. */
  String born(String age, List<String> row) {
    String of = column < 0 ? "" + year : row.get(column);
    boolean known = (year > 0 || column >= 0) && YEAR.matcher(of).matches();
    return known && AGE.matcher(age.strip()).matches()
        ? "" + (Integer.parseInt(of) - Integer.parseInt(age.strip()))
        : "";
  }
}
