package io.customerhub.examples.benchmarks.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** People who live together: alone, as a couple, with children, twins, father and son. */
final class Household {

  private static final double SHARED_MAIL = 0.08;
  private static final double MOVED = 0.15;
  private static final double CHANGED_MAIL = 0.15;
  private static final double RECYCLED_MAIL = 0.006;
  private static final double CARD = 0.55;
  private static final long CARDS = 1_000_000_000L;
  private static final long MAILS = 10_000_000L;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private static final Ranked MAIL_DOMAINS =
      Ranked.of(
          List.of(
              "mail.example",
              "post.example",
              "inbox.example",
              "letters.example",
              "web.example",
              "fast.example",
              "home.example",
              "uni.example",
              "works.example",
              "family.example"),
          1);

  private final Dice dice;
  private final Culture culture;
  private final GivenUp givenUp;
  private final long first;
  private final List<Person> people = new ArrayList<>();
  private final String surname;
  private final Home home;
  private final String landline;
  private String sharedMail = "";

  private Household(Dice dice, Culture culture, GivenUp givenUp, long number, long first) {
    this.dice = dice;
    this.culture = culture;
    this.givenUp = givenUp;
    this.first = first;
    this.surname = culture.surname(dice);
    this.home = culture.places().home(dice);
    this.landline = culture.phone(false, number);
  }

  /** Returns the people of a household; {@code first} is the number of the first of them. */
  static List<Person> of(Dice dice, Culture culture, GivenUp givenUp, long number, long first) {
    Household household = new Household(dice, culture, givenUp, number, first);
    household.fill();
    return household.people;
  }

  private void fill() {
    int kind = dice.below(100);
    LocalDate elder = born(22, 85);
    if (kind < 40) {
      person(dice.chance(0.5), elder, surname, "", "");
    } else if (kind < 65) {
      couple(elder);
    } else if (kind < 95) {
      couple(elder);
      children(elder, kind >= 91);
    } else {
      fatherAndSon(elder);
    }
  }

  private void couple(LocalDate elder) {
    if (dice.chance(SHARED_MAIL)) {
      sharedMail = "family." + mail(surname, "");
    }
    person(false, elder, surname, "", "");
    LocalDate other = elder.plusDays(dice.between(-2_000, 3_000));
    // In some countries most keep their name, and have never had another.
    boolean keeps = culture.isSpanish() || culture.saysSurnameFirst() || dice.chance(0.25);
    String own = culture.surname(dice);
    person(true, other, keeps ? own : surname, keeps ? "" : own, "");
  }

  private void children(LocalDate elder, boolean twins) {
    LocalDate born = childOf(elder);
    int children = twins ? 2 : 1 + dice.below(3);
    for (int i = 0; i < children; i++) {
      person(dice.chance(0.5), born, surname, "", "");
      born = twins ? born : past(born.plusDays(dice.between(330, 1_800)));
    }
  }

  private void fatherAndSon(LocalDate elder) {
    person(false, elder, surname, "", "Sr");
    Person father = people.get(0);
    LocalDate born = childOf(elder);
    people.add(person(father.given(), father.middle(), false, born, surname, "", "Jr"));
  }

  private void person(
      boolean woman, LocalDate born, String surname, String maidenName, String suffix) {
    String given = culture.given(dice, woman);
    boolean taken = people.stream().anyMatch(p -> p.given().equals(given));
    // Parents seldom give two children one name.
    String own = taken ? culture.given(dice, woman) : given;
    String middle = culture.middle(dice, woman);
    people.add(person(own, middle, woman, born, surname, maidenName, suffix));
  }

  private Person person(
      String given,
      String middle,
      boolean woman,
      LocalDate born,
      String surname,
      String maidenName,
      String suffix) {
    long number = first + people.size();
    String mail = sharedMail.isEmpty() ? newMail(given, surname) : sharedMail;
    boolean changed = sharedMail.isEmpty() && dice.chance(CHANGED_MAIL);
    String before = changed ? mail(given, surname) : mail;
    if (changed) {
      givenUp.add(before);
    }
    return new Person(
        "p" + number,
        culture,
        woman,
        given,
        middle,
        woman ? culture.feminine(surname) : surname,
        woman ? culture.feminine(maidenName) : maidenName,
        suffix,
        born,
        home,
        dice.chance(MOVED) ? culture.places().home(dice) : home,
        culture.phone(true, number),
        people.isEmpty() && dice.chance(0.5) ? "" : landline,
        mail,
        before,
        dice.chance(CARD) ? "LC" + (CARDS + Scattering.of(number, CARDS)) : "");
  }

  private String newMail(String given, String surname) {
    return dice.chance(RECYCLED_MAIL)
        ? givenUp.take(dice, mail(given, surname))
        : mail(given, surname);
  }

  /** Unique, as its provider sees to: by the number of the person. */
  private String mail(String given, String surname) {
    String name = Typist.letters(given);
    String family = Typist.letters(surname);
    String local =
        switch (dice.below(4)) {
          case 0 -> name + "." + family;
          case 1 -> name.charAt(0) + family;
          case 2 -> name + family;
          default -> name;
        };
    long number = Scattering.of(first + people.size(), MAILS);
    return local + number + "@" + MAIL_DOMAINS.pick(dice);
  }

  private LocalDate childOf(LocalDate elder) {
    return past(elder.plusDays(dice.between(22 * 365, 36 * 365)));
  }

  private LocalDate past(LocalDate day) {
    return day.isBefore(TODAY) ? day : TODAY.minusDays(dice.between(1, 3_000));
  }

  private LocalDate born(int youngest, int oldest) {
    return TODAY.minusDays(dice.between(youngest * 365, oldest * 365));
  }
}
