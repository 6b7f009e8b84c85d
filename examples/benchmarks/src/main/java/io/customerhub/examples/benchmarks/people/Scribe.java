package io.customerhub.examples.benchmarks.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes down what a source knows of a person. */
final class Scribe {

  private static final double NICKNAME = 0.08;
  private static final double INITIAL = 0.03;
  private static final double SWAPPED = 0.015;
  private static final double SWAPPED_WHERE_SURNAME_IS_FIRST = 0.06;
  private static final double NO_MARKS = 0.35;
  private static final double ALL_CAPITALS = 0.08;
  private static final double MAIDEN_NAME = 0.35;
  private static final double SUFFIX = 0.4;
  private static final double BEFORE = 0.4;

  private final Dice dice;
  private final Person person;
  private final Source source;

  private Scribe(Dice dice, Person person, Source source) {
    this.dice = dice;
    this.person = person;
    this.source = source;
  }

  static Row row(Dice dice, Person person) {
    Source source = dice.pick(List.of(Source.values()));
    return new Row(person.id(), new Scribe(dice, person, source).values());
  }

  private List<String> values() {
    Home home = dice.chance(BEFORE) ? person.homeBefore() : person.home();
    boolean homeKnown = dice.chance(source.home);
    boolean mailKnown = dice.chance(source.mail);
    // Who leaves no way to be reached is not written down.
    boolean phoneKnown = dice.chance(source.phone) || !(mailKnown || homeKnown);
    String given = typed(given());
    String surname = typed(surname());
    boolean swapped =
        dice.chance(person.culture().saysSurnameFirst() ? SWAPPED_WHERE_SURNAME_IS_FIRST : SWAPPED);
    List<String> values = new ArrayList<>();
    values.add(swapped ? surname : given);
    values.add(swapped ? given : surname);
    values.add(dice.chance(source.born) ? born() : "");
    values.add(dice.chance(0.6) ? person.woman() ? "F" : "M" : "");
    values.add(homeKnown ? typed(street(home)) : "");
    values.add(homeKnown ? typed(home.postcode()) : "");
    values.add(homeKnown ? typed(home.city()) : "");
    values.add(homeKnown || dice.chance(0.5) ? person.culture().country() : "");
    values.add(mailKnown ? typed(dice.chance(BEFORE) ? person.mailBefore() : person.mail()) : "");
    values.add(phoneKnown ? typed(phone()) : "");
    values.add(dice.chance(source.card) ? typed(person.card()) : "");
    values.add(source.name().toLowerCase(Locale.ROOT));
    return styled(values);
  }

  private String given() {
    if (dice.chance(INITIAL)) {
      return person.given().charAt(0) + ".";
    }
    String given =
        dice.chance(NICKNAME) ? person.culture().nickname(dice, person.given()) : person.given();
    boolean said = !person.middle().isEmpty() && dice.chance(0.7);
    return said ? person.middle() + " " + given : given;
  }

  private String surname() {
    String surname = person.surname();
    if (!person.maidenName().isEmpty() && dice.chance(MAIDEN_NAME)) {
      surname =
          dice.chance(0.2) ? person.maidenName() + "-" + person.surname() : person.maidenName();
    }
    if (person.culture().isSpanish() && dice.chance(0.3)) {
      surname = surname.substring(0, surname.indexOf(' '));
    }
    boolean suffix = !person.suffix().isEmpty() && dice.chance(SUFFIX);
    return suffix ? surname + " " + person.suffix() : surname;
  }

  private String born() {
    LocalDate born = person.born();
    boolean swapped = dice.chance(0.015) && born.getDayOfMonth() <= 12;
    int month = swapped ? born.getDayOfMonth() : born.getMonthValue();
    int day = swapped ? born.getMonthValue() : born.getDayOfMonth();
    if (!dice.chance(source.typos / 2)) {
      return date(born.getYear(), month, day);
    }
    return switch (dice.below(3)) {
      case 0 -> date(born.getYear() + (dice.chance(0.5) ? 1 : -1), month, day);
      case 1 -> date(born.getYear(), 1 + dice.below(12), day);
      default -> date(born.getYear(), month, 1 + dice.below(28));
    };
  }

  private static String date(int year, int month, int day) {
    return year + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
  }

  private String street(Home home) {
    return dice.chance(0.35) ? person.culture().abbreviated(home.street()) : home.street();
  }

  private String phone() {
    boolean family = !person.landline().isEmpty() && dice.chance(0.35);
    String number = family ? person.landline() : person.mobile();
    return switch (dice.below(4)) {
      case 0 -> number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);
      case 1 -> "00" + number.substring(1);
      default -> number;
    };
  }

  private String typed(String text) {
    return !text.isEmpty() && dice.chance(source.typos) ? Typist.mistyped(dice, text) : text;
  }

  /** How the whole row is written. */
  private List<String> styled(List<String> values) {
    boolean plain = dice.chance(NO_MARKS);
    boolean capitals = source == Source.OFFICE && dice.chance(ALL_CAPITALS);
    if (plain) {
      values.replaceAll(Typist::plain);
    }
    if (capitals) {
      values.replaceAll(text -> text.toUpperCase(Locale.ROOT));
    }
    return values;
  }
}
