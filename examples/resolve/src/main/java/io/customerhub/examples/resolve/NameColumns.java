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
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** Finds the columns that hold the names of people or organisations. */
final class NameColumns {

  private static final Set<String> GIVEN_NAMES = givenNames();

  private final Meaning[] meanings;
  private final Profile[] profiles;

  NameColumns(Meaning[] meanings, Profile[] profiles) {
    this.meanings = meanings;
    this.profiles = profiles;
  }

  void guess() {
    if (!isTaken(Meaning.NAME) && !isTaken(Meaning.ORGANISATION)) {
      byKnownNames();
      if (!isTaken(Meaning.GIVEN_NAME) && !isTaken(Meaning.SURNAME)) {
        wholeOrParts();
      }
    }
    int name = Arrays.asList(meanings).indexOf(Meaning.NAME);
    if (name >= 0 && !saysPerson() && isOrganisation(profiles[name])) {
      Arrays.asList(meanings).replaceAll(m -> m == Meaning.NAME ? Meaning.ORGANISATION : m);
    }
  }

  static boolean likeText(Profile profile) {
    return profile.filled() > 0.2 && profile.texts() > 0.8 && profile.words() < 4;
  }

  static boolean areOfPeople(Profile profile) {
    return profile.withWordAmong(GIVEN_NAMES) > 0.1 && profile.companies() < 0.15;
  }

  private void byKnownNames() {
    if (!isTaken(Meaning.GIVEN_NAME)) {
      int other = Arrays.asList(meanings).indexOf(Meaning.SURNAME);
      int given =
          other >= 0 ? best(i -> likeName(i, other)) : best(i -> likeGivenName(profiles[i]));
      set(given, Meaning.GIVEN_NAME);
    }
    if (isTaken(Meaning.GIVEN_NAME) && !isTaken(Meaning.SURNAME)) {
      int given = Arrays.asList(meanings).indexOf(Meaning.GIVEN_NAME);
      set(best(i -> likeName(i, given)), Meaning.SURNAME);
    }
  }

  private static double likeGivenName(Profile profile) {
    double known = profile.startingWith(GIVEN_NAMES);
    return likeText(profile) && profile.words() < 1.7 && known > 0.2 ? known : 0;
  }

  /** What stands beside one part of the name is rather the other part than something else. */
  private double likeName(int i, int other) {
    return likeText(profiles[i]) && profiles[i].words() < 1.9 && !isOneOfFew(profiles[i])
        ? profiles[i].distinct() + (Math.abs(i - other) == 1 ? 0.5 : 0)
        : 0;
  }

  private void wholeOrParts() {
    int whole =
        best(
            i ->
                profiles[i].words() >= 1.5 && profiles[i].words() < 7 && !isOneOfFew(profiles[i])
                    ? whole(profiles[i])
                    : 0);
    List<Integer> parts = parts();
    // Two columns of one word each are a name; a city of two words beside them is none.
    boolean sure =
        whole >= 0
            && (whole(profiles[whole]) >= 0.9
                || (profiles[whole].nameLike() > 0.5
                    && profiles[whole].startingWith(GIVEN_NAMES) > 0.1));
    if (parts.size() == 2 && !sure) {
      parts.sort(Comparator.comparingDouble(i -> profiles[i].distinct()));
      set(parts.get(0), Meaning.GIVEN_NAME);
      set(parts.get(1), Meaning.SURNAME);
    } else if (whole >= 0) {
      set(whole, Meaning.NAME);
    } else if (parts.size() == 1) {
      set(parts.get(0), Meaning.NAME);
    }
  }

  private static double whole(Profile profile) {
    return profile.distinct() - 0.3 + (profile.nameLike() > 0.7 ? 0.3 : 0);
  }

  private static boolean isOneOfFew(Profile profile) {
    return profile.differentValues() < 20 && profile.distinct() < 0.5;
  }

  /** The two most varied columns of words, neighbours if possible. */
  private List<Integer> parts() {
    List<Integer> texts = new ArrayList<>();
    for (int i = 0; i < meanings.length; i++) {
      Profile profile = profiles[i];
      if (meanings[i] == null && likeText(profile) && !isOneOfFew(profile)) {
        texts.add(i);
      }
    }
    List<Integer> best = texts.size() < 2 ? texts : new ArrayList<>();
    double most = 0;
    for (int a = 0; a < texts.size(); a++) {
      for (int b = a + 1; b < texts.size(); b++) {
        int one = texts.get(a);
        int other = texts.get(b);
        double worth =
            profiles[one].distinct() + profiles[other].distinct() + (other - one == 1 ? 0.5 : 0);
        if (worth > most) {
          most = worth;
          best = new ArrayList<>(List.of(one, other));
        }
      }
    }
    return best;
  }

  private boolean saysPerson() {
    return Stream.of(
            Meaning.BIRTH_DATE,
            Meaning.BIRTH_YEAR,
            Meaning.GENDER,
            Meaning.GIVEN_NAME,
            Meaning.SURNAME)
        .anyMatch(this::isTaken);
  }

  /** People have two or three names and no legal form. */
  private static boolean isOrganisation(Profile profile) {
    return profile.startingWith(GIVEN_NAMES) < 0.2
        && (profile.companies() > 0.15 || profile.nameLike() + profile.shortInCharacters() < 0.7);
  }

  private int best(IntToDoubleFunction score) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < meanings.length; i++) {
      double of = meanings[i] == null ? score.applyAsDouble(i) : 0;
      if (of > most) {
        best = i;
        most = of;
      }
    }
    return best;
  }

  private void set(int column, Meaning meaning) {
    if (column >= 0) {
      meanings[column] = meaning;
    }
  }

  private boolean isTaken(Meaning meaning) {
    return Arrays.asList(meanings).contains(meaning);
  }

  /** The names in the library's table of nicknames. */
  private static Set<String> givenNames() {
    Set<String> names = new HashSet<>();
    try (InputStream in =
        NameColumns.class.getResourceAsStream("/io/customerhub/identity/nicknames.txt")) {
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
