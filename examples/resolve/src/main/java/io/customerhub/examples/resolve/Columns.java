package io.customerhub.examples.resolve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What the columns of a table mean: as told, else by their names, else by what their values look
 * like.
 */
final class Columns {

  private static final Set<String> GIVEN_NAMES = givenNames();

  private final Table table;
  private final Meaning[] meanings;
  private final Profile[] profiles;

  private Columns(Table table) {
    this.table = table;
    this.meanings = new Meaning[table.header().size()];
    this.profiles = new Profile[meanings.length];
    for (int i = 0; i < profiles.length; i++) {
      profiles[i] = new Profile(table.column(i), table.rows().size());
    }
  }

  /** Returns the meanings by position; the column of the truth is ignored. */
  static List<Meaning> of(Table table, Map<String, Meaning> told, String truth) {
    Columns columns = new Columns(table);
    columns.told(told, truth);
    columns.byName();
    columns.byContent();
    columns.names();
    columns.rest();
    return Arrays.asList(columns.meanings);
  }

  private void told(Map<String, Meaning> told, String truth) {
    for (int i = 0; i < meanings.length; i++) {
      String name = table.header().get(i);
      if (name.equals(truth) || profiles[i].isEmpty()) {
        meanings[i] = Meaning.IGNORED;
      } else if (told.containsKey(name)) {
        meanings[i] = told.get(name);
      }
    }
  }

  private void byName() {
    for (int i = 0; i < meanings.length; i++) {
      Meaning meaning = meanings[i] == null ? ColumnNames.of(table.header().get(i)) : null;
      if (meaning != null) {
        boolean free = meaning.isRepeatable() || !isTaken(meaning);
        meanings[i] = free ? meaning : Meaning.IGNORED;
      }
    }
  }

  private void byContent() {
    all(Meaning.EMAIL, p -> p.emails() - 0.5);
    if (!isTaken(Meaning.BIRTH_DATE)) {
      best(Meaning.BIRTH_DATE, p -> p.dates() - 0.6);
    }
    if (!isTaken(Meaning.BIRTH_DATE)) {
      birthParts();
    }
    all(Meaning.PHONE, p -> p.phones() - 0.6 - (p.dates() > 0.5 || p.isSequence() ? 1 : 0));
    best(Meaning.GENDER, p -> p.genders() - 0.8);
    best(Meaning.STREET, p -> p.streets() - 0.4 - (p.phones() > 0.4 ? 1 : 0));
    best(Meaning.POSTCODE, p -> p.postcodes() - 0.7 - (p.isSequence() ? 1 : 0));
    best(Meaning.STATE, p -> p.states() - 0.8);
    all(Meaning.ID, p -> p.isSequence() || p.distinct() < 0.3 ? 0 : p.ids() - 0.8);
    if (isTaken(Meaning.STREET)) {
      best(Meaning.HOUSE_NUMBER, p -> p.isSequence() ? 0 : p.numbers(1, 99_999) - 0.7);
    }
  }

  /** Year, month and day beside each other. */
  private void birthParts() {
    for (int i = 0; i + 2 < meanings.length; i++) {
      boolean open = meanings[i] == null && meanings[i + 1] == null && meanings[i + 2] == null;
      if (open
          && profiles[i].numbers(1850, 2100) > 0.9
          && profiles[i + 1].numbers(1, 12) > 0.9
          && profiles[i + 2].numbers(1, 31) > 0.9) {
        meanings[i] = Meaning.BIRTH_YEAR;
        meanings[i + 1] = Meaning.BIRTH_MONTH;
        meanings[i + 2] = Meaning.BIRTH_DAY;
        return;
      }
    }
  }

  private void names() {
    if (!isTaken(Meaning.NAME) && !isTaken(Meaning.ORGANISATION)) {
      if (!isTaken(Meaning.GIVEN_NAME)) {
        best(Meaning.GIVEN_NAME, Columns::likeGivenName);
      }
      if (isTaken(Meaning.GIVEN_NAME) && !isTaken(Meaning.SURNAME)) {
        int given = Arrays.asList(meanings).indexOf(Meaning.GIVEN_NAME);
        bestAt(Meaning.SURNAME, i -> likeSurname(profiles[i], Math.abs(i - given)));
      }
      if (!isTaken(Meaning.GIVEN_NAME) && !isTaken(Meaning.SURNAME)) {
        best(Meaning.NAME, p -> p.words() >= 1.5 && p.words() < 6 ? p.distinct() - 0.3 : 0);
        twoParts();
      }
    }
    int name = Arrays.asList(meanings).indexOf(Meaning.NAME);
    if (name >= 0 && !saysPerson() && profiles[name].startingWith(GIVEN_NAMES) < 0.2) {
      meanings[name] = Meaning.ORGANISATION;
    }
  }

  /** No whole name and no known given names: two columns of words, the more varied the surname. */
  private void twoParts() {
    List<Integer> texts = new ArrayList<>();
    for (int i = 0; i < meanings.length && !isTaken(Meaning.NAME); i++) {
      if (meanings[i] == null && likeText(profiles[i]) && profiles[i].distinct() > 0.02) {
        texts.add(i);
      }
    }
    if (texts.size() >= 2) {
      List<Integer> two = new ArrayList<>(texts.subList(0, 2));
      two.sort(Comparator.comparingDouble(i -> profiles[i].distinct()));
      meanings[two.get(0)] = Meaning.GIVEN_NAME;
      meanings[two.get(1)] = Meaning.SURNAME;
    }
  }

  private boolean saysPerson() {
    return Stream.of(
            Meaning.BIRTH_DATE,
            Meaning.BIRTH_YEAR,
            Meaning.GENDER,
            Meaning.GIVEN_NAME,
            Meaning.SURNAME,
            Meaning.EMAIL)
        .anyMatch(this::isTaken);
  }

  private void rest() {
    bestAt(Meaning.CITY, this::likeCity);
    for (int i = 0; i < meanings.length; i++) {
      meanings[i] = meanings[i] == null ? Meaning.IGNORED : meanings[i];
    }
  }

  private static double likeGivenName(Profile profile) {
    double known = profile.startingWith(GIVEN_NAMES);
    return likeText(profile) && profile.words() < 1.7 && known > 0.2 ? known : 0;
  }

  private static double likeSurname(Profile profile, int distance) {
    return likeText(profile) && profile.words() < 1.7
        ? profile.distinct() + (distance == 1 ? 0.2 : 0)
        : 0;
  }

  /** Beside a street or postcode rather than anywhere, and with values that return. */
  private double likeCity(int i) {
    Profile profile = profiles[i];
    double beside = isPlace(i - 1) || isPlace(i + 1) ? 1 : 0;
    return likeText(profile) && profile.distinct() < 0.6 ? 1 - profile.distinct() + beside : 0;
  }

  private boolean isPlace(int i) {
    return i >= 0
        && i < meanings.length
        && (meanings[i] == Meaning.STREET || meanings[i] == Meaning.POSTCODE);
  }

  private static boolean likeText(Profile profile) {
    return profile.filled() > 0.2 && profile.texts() > 0.8 && profile.words() < 4;
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

  /** The names in the library's table of nicknames. */
  private static Set<String> givenNames() {
    Set<String> names = new HashSet<>();
    try (InputStream in =
        Columns.class.getResourceAsStream("/io/customerhub/identity/nicknames.txt")) {
      if (in != null) {
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
            .lines()
            .filter(line -> !line.startsWith("#"))
            .forEach(line -> names.addAll(List.of(line.split("[: ,]+", -1))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
