package io.customerhub.examples.benchmarks.people;

import java.util.List;

/** The streets and cities of a country. */
final class Places {

  private static final int MOST_HOUSES = 180;
  private static final double NAMED_AFTER = 0.6;

  private final String address;
  private final String postcode;
  private final Ranked cities;
  private final List<String> streets;
  private final List<String> heads;
  private final List<String> endings;

  private Places(Lists lists, double skew) {
    this.address = lists.text("address");
    this.postcode = lists.text("postcode");
    this.cities = lists.ranked("cities", skew);
    this.streets = lists.list("streets");
    this.heads = lists.list("heads");
    this.endings = lists.list("endings");
  }

  static Places of(Lists lists, double skew) {
    return new Places(lists, skew);
  }

  Home home(Dice dice) {
    int city = cities.rank(dice);
    String street = street(dice);
    int house = 1 + dice.below(MOST_HOUSES);
    String line = address.replace("#", Integer.toString(house)).replace("@", street);
    return new Home(line, postcode(city, street, house / 40), cities.at(city));
  }

  private String street(Dice dice) {
    if (endings.isEmpty() || !dice.chance(NAMED_AFTER)) {
      return dice.pick(streets);
    }
    String ending = dice.pick(endings);
    boolean apart = Character.isUpperCase(ending.charAt(0));
    return dice.pick(heads) + (apart ? " " : "") + ending;
  }

  /** Neighbours have one postcode, and its beginning tells the city. */
  private String postcode(int city, String street, int block) {
    Dice inCity = Dice.of(city, 1);
    Dice inStreet = Dice.of(street.hashCode() * 31L + block, city);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < postcode.length(); i++) {
      char c = postcode.charAt(i);
      Dice dice = code.length() < 2 ? inCity : inStreet;
      code.append(c == '9' ? (char) ('0' + dice.below(10)) : c == 'A' ? letter(dice) : c);
    }
    return code.toString();
  }

  private static char letter(Dice dice) {
    return dice.letterOf("ABDEFGHJLNPQRSTUWXYZ");
  }
}
