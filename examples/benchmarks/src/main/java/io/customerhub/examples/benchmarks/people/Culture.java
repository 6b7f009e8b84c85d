package io.customerhub.examples.benchmarks.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How people of one country are called, and where they live. */
final class Culture {

  private static final double GIVEN_SKEW = 0.6;
  private static final double CITY_SKEW = 0.8;

  /** Share of surnames that are none of the frequent ones. */
  private static final double RARE = 0.35;

  private final Lists lists;
  private final List<String> maleMiddle;
  private final List<String> femaleMiddle;
  private final Ranked male;
  private final Ranked female;
  private final Ranked surnames;
  private final List<String> heads;
  private final List<String> tails;
  private final Places places;
  private final Map<String, List<String>> nicknames;
  private final Map<String, List<String>> feminine;
  private final Map<String, List<String>> abbreviations;

  private Culture(Lists lists) {
    this.lists = lists;
    this.maleMiddle = lists.list("male-middle");
    this.femaleMiddle = lists.list("female-middle");
    this.male = lists.ranked("male", GIVEN_SKEW);
    this.female = lists.ranked("female", GIVEN_SKEW);
    this.surnames = lists.ranked("surnames", Double.parseDouble(lists.text("skew")));
    this.heads = lists.list("heads");
    this.tails = lists.list("tails");
    this.places = Places.of(lists, CITY_SKEW);
    this.nicknames = lists.map("nicknames");
    this.feminine = lists.map("feminine");
    this.abbreviations = lists.map("abbreviations");
  }

  static List<Culture> all() {
    return Stream.of("english", "german", "spanish", "french", "polish", "turkish", "vietnamese")
        .map(Lists::read)
        .map(Culture::new)
        .toList();
  }

  /** Returns how many of a hundred people are of it. */
  int share() {
    return Integer.parseInt(lists.text("share"));
  }

  String country() {
    return lists.text("country");
  }

  String given(Dice dice, boolean woman) {
    return (woman ? female : male).pick(dice);
  }

  /** Returns a name between surname and given name, empty where that is not usual. */
  String middle(Dice dice, boolean woman) {
    List<String> middle = woman ? femaleMiddle : maleMiddle;
    return middle.isEmpty() ? "" : dice.pick(middle);
  }

  /** Returns a surname as men have it. */
  String surname(Dice dice) {
    return isSpanish() ? one(dice) + " " + one(dice) : one(dice);
  }

  private String one(Dice dice) {
    return heads.isEmpty() || !dice.chance(RARE)
        ? surnames.pick(dice)
        : dice.pick(heads) + dice.pick(tails);
  }

  /** Returns a surname as women have it. */
  String feminine(String surname) {
    for (Map.Entry<String, List<String>> ending : feminine.entrySet()) {
      if (surname.endsWith(ending.getKey())) {
        int stem = surname.length() - ending.getKey().length();
        return surname.substring(0, stem) + ending.getValue().get(0);
      }
    }
    return surname;
  }

  /** Returns what friends say, the name itself if there is nothing shorter. */
  String nickname(Dice dice, String given) {
    List<String> known = nicknames.getOrDefault(given, List.of());
    return known.isEmpty() ? given : dice.pick(known);
  }

  String abbreviated(String street) {
    String text = street;
    for (Map.Entry<String, List<String>> word : abbreviations.entrySet()) {
      text = text.replace(word.getKey(), word.getValue().get(0));
    }
    return text;
  }

  Places places() {
    return places;
  }

  /**
   * Whether the family name is said first, so that forms are filled in the wrong way more often.
   */
  boolean saysSurnameFirst() {
    return country().equals("VN");
  }

  /** Whether people have two surnames, of which the second is often left out. */
  boolean isSpanish() {
    return country().equals("ES");
  }

  /** Returns the number in international form, unique among numbers below some ten million. */
  String phone(boolean mobile, long number) {
    String prefix = lists.text(mobile ? "mobile" : "landline");
    int digits = Integer.parseInt(lists.text("digits")) - prefix.length();
    long space = (long) Math.pow(10, digits);
    String rest = Long.toString(Scattering.of(number, space));
    return "+" + lists.text("calling") + prefix + "0".repeat(digits - rest.length()) + rest;
  }
}
