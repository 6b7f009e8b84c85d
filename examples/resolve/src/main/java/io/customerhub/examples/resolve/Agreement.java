package io.customerhub.examples.resolve;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether rows that are of one person by everything else agree in a column. One that each of them
 * has another value in, such as the date of a contract, says nothing of the person.
 */
final class Agreement {

  private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}@]");

  /** Columns that may be mistaken for others by their looks. */
  private static final Set<Meaning> CHECKED =
      Set.of(
          Meaning.BIRTH_DATE,
          Meaning.BIRTH_YEAR,
          Meaning.CITY,
          Meaning.STATE,
          Meaning.POSTCODE,
          Meaning.PHONE,
          Meaning.GENDER,
          Meaning.ID);

  private static final Set<Meaning> NAMES =
      Set.of(Meaning.NAME, Meaning.GIVEN_NAME, Meaning.SURNAME);

  private static final Set<Meaning> WHERE = Set.of(Meaning.EMAIL, Meaning.PHONE, Meaning.STREET);

  private static final Set<Meaning> TELLING = EnumSet.copyOf(NAMES);

  static {
    TELLING.addAll(WHERE);
  }

  /** What not even a family has in common. */
  private static final Set<Meaning> OWN = EnumSet.of(Meaning.EMAIL, Meaning.BIRTH_DATE);

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  private static final int ENOUGH = 30;

  /** Of the pairs that are of one person, so many agree at least in what is theirs. */
  private static final double LEAST = 0.15;

  /** More rows tell no more. */
  private static final int ROWS = 200_000;

  private final List<List<String>> rows;
  private final List<Meaning> meanings;
  private final Map<Integer, List<String>> keys = new HashMap<>();
  private final Map<Integer, List<String>> people = new HashMap<>();

  Agreement(Table table, List<Meaning> meanings) {
    this.rows = table.rows().subList(0, Math.min(ROWS, table.rows().size()));
    this.meanings = meanings;
  }

  /** Returns whether a column is not of the person that a row is of. */
  boolean speaksAgainst(int column) {
    Meaning meaning = meanings.get(column);
    return CHECKED.contains(meaning)
        && (changes(column) || (meaning == Meaning.ID && related(column, 2, 1) < 0.65));
  }

  /**
   * Returns whether a column is an id of something that people have in common, such as their
   * employer or their household, whatever it is called.
   */
  boolean isOfOthers(int column) {
    return meanings.get(column) == Meaning.ID
        && (related(column, 1, 1) < 0.3 || ofOneGivenName(column) < 0.6);
  }

  /** Returns of the rows with one value the share that has one given name, or begins as it does. */
  private double ofOneGivenName(int column) {
    int given = meanings.indexOf(Meaning.GIVEN_NAME);
    int pairs = 0;
    int same = 0;
    Map<String, Integer> last = new HashMap<>();
    for (int row = 0; row < rows.size() && given >= 0; row++) {
      String value = keys(column).get(row);
      Integer before = value.isEmpty() ? null : last.put(value, row);
      if (before != null && areComparable(before, row)) {
        String one = keys(given).get(before);
        String other = keys(given).get(row);
        boolean both = !one.isEmpty() && !other.isEmpty();
        pairs += both ? 1 : 0;
        same += both && (one.charAt(0) == other.charAt(0) || areRelated(before, row, 2)) ? 1 : 0;
      }
    }
    return pairs < ENOUGH ? 1 : (double) same / pairs;
  }

  private boolean changes(int column) {
    int pairs = 0;
    int equal = 0;
    for (int where = 0; where < meanings.size(); where++) {
      if (where != column && WHERE.contains(meanings.get(where))) {
        Map<String, String> last = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
          String value = keys(column).get(row);
          String person = people(where).get(row);
          String before = value.isEmpty() || person.isEmpty() ? null : last.put(person, value);
          pairs += before == null ? 0 : 1;
          equal += before != null && areAlike(value, before) ? 1 : 0;
        }
      }
    }
    return pairs >= ENOUGH && equal < LEAST * pairs;
  }

  /** Rows that agree in all else are those that were mistyped here, if each was somewhere. */
  private static boolean areAlike(String a, String b) {
    int others = Math.abs(a.length() - b.length());
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      others += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return others <= 1;
  }

  /** Returns whether there are enough rows with one value, most of which are of one person. */
  boolean isOfPeople(int column) {
    return related(column, 2, 0) >= 0.5;
  }

  /**
   * Returns of the rows with one value the share that has more in common.
   *
   * @param words how many words of their names; a family has one
   * @param unknown what is returned if they are too few
   */
  private double related(int column, int words, double unknown) {
    int pairs = 0;
    int related = 0;
    Map<String, Integer> last = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      String value = keys(column).get(row);
      Integer before = value.isEmpty() ? null : last.put(value, row);
      if (before != null && areComparable(before, row)) {
        pairs++;
        related += areRelated(before, row, words) ? 1 : 0;
      }
    }
    return pairs < ENOUGH ? unknown : (double) related / pairs;
  }

  /** What is written in two scripts cannot be compared letter by letter. */
  private boolean areComparable(int a, int b) {
    boolean named = !words(a).isEmpty() && !words(b).isEmpty();
    if (named && isLatin(words(a)) != isLatin(words(b))) {
      return false;
    }
    return columns(TELLING).anyMatch(i -> !keys(i).get(a).isEmpty() && !keys(i).get(b).isEmpty());
  }

  /** A phone is no sign where names are known: colleagues and families have one in common. */
  private boolean areRelated(int a, int b, int words) {
    Set<String> one = words(a);
    Set<String> other = words(b);
    if (one.size() < 2 || other.size() < 2) {
      return columns(TELLING).anyMatch(i -> isEqual(i, a, b));
    }
    long common = one.stream().filter(word -> isAmong(word, other, words > 1)).count();
    return common >= words || columns(OWN).anyMatch(i -> isEqual(i, a, b));
  }

  private boolean isEqual(int column, int a, int b) {
    String key = keys(column).get(a);
    return !key.isEmpty() && key.equals(keys(column).get(b));
  }

  /** Names are written in many ways that begin alike. */
  private static boolean isAmong(String word, Set<String> others, boolean exactly) {
    String start = word.substring(0, Math.min(word.length(), 3));
    return exactly ? others.contains(word) : others.stream().anyMatch(w -> w.startsWith(start));
  }

  private static boolean isLatin(Set<String> words) {
    return words.stream()
        .anyMatch(
            word ->
                Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN);
  }

  private Set<String> words(int row) {
    return columns(NAMES)
        .mapToObj(i -> ColumnNames.folded(rows.get(row).get(i)))
        .flatMap(name -> Arrays.stream(NO_LETTERS.split(name)))
        .filter(word -> word.length() > 1)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private IntStream columns(Set<Meaning> among) {
    return IntStream.range(0, meanings.size()).filter(i -> among.contains(meanings.get(i)));
  }

  /** Returns of each row what its cell says, without regard to how it is written. */
  private List<String> keys(int column) {
    return keys.computeIfAbsent(column, i -> rows.stream().map(row -> key(row.get(i))).toList());
  }

  /** Returns of each row the name and one way to reach it; empty if it lacks one of them. */
  private List<String> people(int where) {
    return people.computeIfAbsent(
        where, i -> IntStream.range(0, rows.size()).mapToObj(row -> person(row, i)).toList());
  }

  private String person(int row, int where) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < meanings.size(); i++) {
      if (NAMES.contains(meanings.get(i))) {
        name.append(keys(i).get(row)).append('|');
      }
    }
    String reached = keys(where).get(row);
    return name.length() < 3 || reached.isEmpty() ? "" : name + reached;
  }

  private static String key(String cell) {
    return SILENT.matcher(cell.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
