package io.customerhub.examples.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table mean: as told, else by their names where the values bear them out,
 * else by what the values look like.
 */
final class Columns {

  /** Words on average, from which on a column has whole names and not parts of them. */
  private static final double WHOLE_NAME = 2.3;

  private final Table table;
  private final Meaning[] meanings;
  private final Profile[] profiles;
  private final boolean[] fixed;

  /** Ids that have to be shown to be of people. */
  private final boolean[] returning;

  private Columns(Table table) {
    this.table = table;
    this.meanings = new Meaning[table.header().size()];
    this.profiles = new Profile[meanings.length];
    this.fixed = new boolean[meanings.length];
    this.returning = new boolean[meanings.length];
    for (int i = 0; i < profiles.length; i++) {
      profiles[i] = new Profile(table.column(i), table.rows().size());
    }
  }

  /** Returns the meanings of the columns of tables whose rows are resolved together. */
  static List<List<Meaning>> ofAll(List<Table> tables, Map<String, Meaning> told, String truth) {
    List<List<Meaning>> meanings = new ArrayList<>();
    tables.forEach(table -> meanings.add(of(table, told, truth)));
    Ids.check(tables, meanings, told.keySet());
    return List.copyOf(meanings);
  }

  /** Returns the meanings by position; the column of the truth is ignored. */
  static List<Meaning> of(Table table, Map<String, Meaning> told, String truth) {
    Columns columns = new Columns(table);
    columns.told(told, truth);
    columns.byName(true);
    columns.byName(false);
    columns.numberedNames();
    columns.wholeNames();
    columns.namesWithSurnames();
    Meaning[] named = columns.meanings.clone();
    columns.byContent();
    columns.names();
    columns.bestAt(Meaning.CITY, columns::likeCity);
    columns.rest();
    columns.check(named);
    return Arrays.asList(columns.meanings);
  }

  /**
   * A column called name, as it is in Portuguese for either, holds whole names if no other does.
   */
  private void wholeNames() {
    List<Meaning> all = Arrays.asList(meanings);
    int given = all.indexOf(Meaning.GIVEN_NAME);
    int surname = all.indexOf(Meaning.SURNAME);
    int only = Math.max(given, surname);
    if ((given < 0) != (surname < 0)
        && !isTaken(Meaning.NAME)
        && profiles[only].words() >= WHOLE_NAME) {
      meanings[only] = Meaning.NAME;
    }
  }

  /** name1, name2, name3 beside each other are one name, as in Ethiopia. */
  private void numberedNames() {
    for (int i = 1; i < meanings.length && table.named(); i++) {
      if (meanings[i - 1] == Meaning.NAME
          && meanings[i] == Meaning.IGNORED
          && ColumnNames.areNumbered(table.header().get(i - 1), table.header().get(i))
          && Plausible.is(Meaning.NAME, profiles[i])) {
        meanings[i] = Meaning.NAME;
      }
    }
  }

  /** Names beside a surname that they do not have in them are given names. */
  private void namesWithSurnames() {
    List<Meaning> all = Arrays.asList(meanings);
    int name = all.indexOf(Meaning.NAME);
    int surname = all.indexOf(Meaning.SURNAME);
    boolean sure =
        surname >= 0
            && ColumnNames.of(table.header().get(surname)).stream()
                .anyMatch(one -> one.sure() && one.meaning() == Meaning.SURNAME);
    if (name >= 0 && sure && !fixed[name] && !isTaken(Meaning.GIVEN_NAME)) {
      long both = 0;
      long within = 0;
      for (List<String> row : table.rows()) {
        String part = row.get(surname).toLowerCase(Locale.ROOT);
        String whole = row.get(name).toLowerCase(Locale.ROOT);
        both += part.isEmpty() || whole.isEmpty() ? 0 : 1;
        within += !part.isEmpty() && whole.contains(part) ? 1 : 0;
      }
      meanings[name] = within * 2 < both ? Meaning.GIVEN_NAME : Meaning.NAME;
    }
    if (!isTaken(Meaning.NAME) && !isTaken(Meaning.GIVEN_NAME) && !isTaken(Meaning.SURNAME)) {
      bestAt(Meaning.NAME, this::likeNamedName);
    }
  }

  /** Called a name of something, and with values such as people are called. */
  private double likeNamedName(int i) {
    boolean named = table.named() && ColumnNames.isName(table.header().get(i));
    boolean people = NameColumns.areOfPeople(profiles[i]) || profiles[i].passengers() > 0.6;
    return named && people && !isFew(i) ? profiles[i].nameLike() - 0.6 : 0;
  }

  private boolean isFew(int i) {
    return profiles[i].differentValues() < 20;
  }

  /**
   * What was guessed from its looks, and changes with each row of a person, is not of the person.
   */
  private void check(Meaning[] named) {
    Agreement agreement = new Agreement(table, Arrays.asList(meanings));
    for (int i = 0; i < meanings.length; i++) {
      boolean against =
          named[i] == null ? agreement.speaksAgainst(i) : !fixed[i] && agreement.isOfOthers(i);
      if (against || (returning[i] && !agreement.isOfPeople(i))) {
        meanings[i] = Meaning.IGNORED;
      }
    }
  }

  private void told(Map<String, Meaning> told, String truth) {
    for (int i = 0; i < meanings.length; i++) {
      String name = table.header().get(i);
      Meaning meaning = told.get(name);
      if (name.equals(truth) || profiles[i].isEmpty()) {
        meanings[i] = Meaning.IGNORED;
      } else if (meaning != null) {
        meanings[i] = meaning;
        fixed[i] = true;
      }
    }
  }

  /** Whole names come first, so that a mere word of a name cannot take what they mean. */
  private void byName(boolean sure) {
    for (int i = 0; i < meanings.length; i++) {
      if (meanings[i] == null && table.named()) {
        meanings[i] = byName(ColumnNames.of(table.header().get(i)), profiles[i], sure);
      }
    }
  }

  /** Of several that a name may mean, the first that the values bear out. */
  private @Nullable Meaning byName(List<ColumnNames.Named> named, Profile profile, boolean sure) {
    List<ColumnNames.Named> all = named.stream().filter(one -> one.sure() == sure).toList();
    return all.stream()
        .filter(one -> Plausible.is(one.meaning(), profile))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(one -> byName(one, profile))
        .orElse(null);
  }

  private @Nullable Meaning byName(ColumnNames.Named named, Profile profile) {
    if (named.meaning() == Meaning.BIRTH_DATE && profile.areBirthYears()) {
      return isTaken(Meaning.BIRTH_YEAR) ? Meaning.IGNORED : Meaning.BIRTH_YEAR;
    }
    if (!Plausible.is(named.meaning(), profile)) {
      // The type of a phone is none; a column plainly called e-mail may hold anything.
      return named.sure() ? null : Meaning.IGNORED;
    }
    boolean free = named.meaning().isRepeatable() || !isTaken(named.meaning());
    return free ? named.meaning() : Meaning.IGNORED;
  }

  private void byContent() {
    for (int i = 0; i < meanings.length; i++) {
      if (meanings[i] == null && profiles[i].isConstant()) {
        meanings[i] = Meaning.IGNORED;
      }
    }
    all(Meaning.EMAIL, p -> p.emails() - 0.5);
    if (!isTaken(Meaning.BIRTH_DATE)) {
      best(Meaning.BIRTH_DATE, p -> p.birthDates() - 0.6);
    }
    ignore(p -> p.dates() - 0.6);
    if (!isTaken(Meaning.BIRTH_DATE)) {
      birthParts();
    }
    if (!isTaken(Meaning.BIRTH_DATE) && !isTaken(Meaning.BIRTH_YEAR)) {
      bestAt(Meaning.BIRTH_YEAR, this::likeBirthYear);
    }
    best(Meaning.WEBSITE, p -> p.websites() - 0.5);
    phones();
    best(Meaning.GENDER, p -> p.genders() - 0.8);
    bestAt(Meaning.STREET, this::likeStreet);
    bestAt(Meaning.POSTCODE, this::likePostcode);
    best(Meaning.STATE, p -> p.states() - 0.8);
    for (int i = 0; i < meanings.length; i++) {
      if (meanings[i] == null && isId(i)) {
        meanings[i] = Meaning.ID;
        returning[i] = profiles[i].distinct() < 0.3;
      }
    }
    int street = Arrays.asList(meanings).indexOf(Meaning.STREET);
    if (street >= 0 && profiles[street].withDigits() < 0.5) {
      bestAt(
          Meaning.HOUSE_NUMBER,
          i -> Math.abs(i - street) > 1 ? 0 : profiles[i].numbers(1, 99_999) - 0.7);
    }
  }

  private void phones() {
    for (int i = 0; i < meanings.length; i++) {
      Profile profile = profiles[i];
      if (meanings[i] == null
          && profile.phones() > 0.6
          && profile.distinct() >= 0.1
          && !profile.isSequence()
          && !isNumbering(i)) {
        meanings[i] = Meaning.PHONE;
      }
    }
  }

  /** A number of anything has no plus sign, and does not begin with the 0 of a trunk line. */
  private boolean isNumbering(int i) {
    return table.named()
        && ColumnNames.isNumbering(table.header().get(i))
        && profiles[i].dialled() < 0.2;
  }

  /** Of several addresses the first, such as of the bill rather than of the parcel. */
  private double likeStreet(int i) {
    Profile profile = profiles[i];
    boolean called = table.named() && ColumnNames.isAddress(table.header().get(i));
    double streets = profile.phones() > 0.4 ? 0 : profile.streets() - 0.4;
    return called && streets > 0 ? 1 : streets;
  }

  /** What is called a number may return more often: people have many orders. */
  private boolean isId(int i) {
    Profile profile = profiles[i];
    boolean numbering = table.named() && ColumnNames.isNumbering(table.header().get(i));
    return !profile.isSequence()
        && !profile.isUnique()
        && profile.distinct() >= (numbering ? 0.05 : 0.3)
        && profile.words() <= 2
        && profile.ids() > 0.8;
  }

  private double likeBirthYear(int i) {
    boolean ofAnything = table.named() && ColumnNames.isYear(table.header().get(i));
    return profiles[i].areBirthYears() && !ofAnything ? profiles[i].years() : 0;
  }

  /** Year, month and day beside each other. */
  private void birthParts() {
    for (int i = 0; i + 2 < meanings.length; i++) {
      boolean open = meanings[i] == null && meanings[i + 1] == null && meanings[i + 2] == null;
      int year = i;
      int day = i + 2;
      if (open && isYear(day) && !isYear(year)) {
        year = i + 2;
        day = i;
      }
      if (open
          && isYear(year)
          && profiles[i + 1].numbers(1, 12) > 0.9
          && profiles[day].numbers(1, 31) > 0.9) {
        meanings[year] = Meaning.BIRTH_YEAR;
        meanings[i + 1] = Meaning.BIRTH_MONTH;
        meanings[day] = Meaning.BIRTH_DAY;
        return;
      }
    }
  }

  private boolean isYear(int i) {
    return profiles[i].numbers(1850, 2100) > 0.9 && profiles[i].differentValues() > 10;
  }

  private void names() {
    new NameColumns(meanings, profiles).guess();
  }

  private void rest() {
    for (int i = 0; i < meanings.length; i++) {
      meanings[i] = meanings[i] == null ? Meaning.IGNORED : meanings[i];
    }
  }

  private double likePostcode(int i) {
    Profile profile = profiles[i];
    boolean varied = profile.differentValues() >= 8 || profile.distinct() > 0.1;
    String called = table.named() ? table.header().get(i) : "";
    boolean other =
        ColumnNames.isYear(called)
            || (ColumnNames.isNumbering(called) && !ColumnNames.isCode(called));
    double beside = isPlace(i - 1) || isPlace(i + 1) || isWords(i - 1) || isWords(i + 1) ? 0 : 0.3;
    return profile.isSequence() || profile.isUnique() || !varied || other
        ? 0
        : profile.postcodes() - 0.7 - beside;
  }

  /** Beside a street or postcode rather than anywhere, and with values that return. */
  private double likeCity(int i) {
    Profile profile = profiles[i];
    double beside = isPlace(i - 1) || isPlace(i + 1) ? 1 : 0;
    boolean varied = profile.differentValues() >= 8;
    return NameColumns.likeText(profile) && varied && profile.distinct() < 0.6
        ? 1 - profile.distinct() + beside
        : 0;
  }

  private boolean isWords(int i) {
    return i >= 0 && i < meanings.length && meanings[i] == null && profiles[i].texts() > 0.8;
  }

  private boolean isPlace(int i) {
    return i >= 0
        && i < meanings.length
        && (meanings[i] == Meaning.STREET
            || meanings[i] == Meaning.CITY
            || meanings[i] == Meaning.POSTCODE
            || meanings[i] == Meaning.STATE);
  }

  private void best(Meaning meaning, ToDoubleFunction<Profile> score) {
    bestAt(meaning, i -> score.applyAsDouble(profiles[i]));
  }

  private void bestAt(Meaning meaning, IntToDoubleFunction score) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < meanings.length && !isTaken(meaning); i++) {
      double of = meanings[i] == null ? score.applyAsDouble(i) : 0;
      if (of > most) {
        best = i;
        most = of;
      }
    }
    if (best >= 0) {
      meanings[best] = meaning;
    }
  }

  private void ignore(ToDoubleFunction<Profile> score) {
    all(Meaning.IGNORED, score);
  }

  private void all(Meaning meaning, ToDoubleFunction<Profile> score) {
    for (int i = 0; i < meanings.length; i++) {
      if (meanings[i] == null && score.applyAsDouble(profiles[i]) > 0) {
        meanings[i] = meaning;
      }
    }
  }

  private boolean isTaken(Meaning meaning) {
    return Arrays.asList(meanings).contains(meaning);
  }
}
