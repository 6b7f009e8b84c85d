package io.customerhub.examples.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which year somebody was born who is of an age, where it is known when that was. */
final class Ages {

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern AGE = Pattern.compile("\\d{1,3}");
  private static final int ENOUGH = 20;

  private Ages() {}

  /**
   * Returns the year that ages of a table are of: as the name of the column says, such as age_2023,
   * or as most rows do that tell a year of birth too; 0 if nothing does.
   */
  static int year(Table table, List<Meaning> columns) {
    int age = columns.indexOf(Meaning.AGE);
    if (age < 0) {
      return 0;
    }
    Matcher named = YEAR.matcher(table.header().get(age));
    return named.find() ? Integer.parseInt(named.group()) : sum(table, columns, age);
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

  /** Returns the year of birth; nothing that could be read as one if it is no age. */
  static String born(String age, int year) {
    return AGE.matcher(age.strip()).matches() ? "" + (year - Integer.parseInt(age.strip())) : "";
  }
}
