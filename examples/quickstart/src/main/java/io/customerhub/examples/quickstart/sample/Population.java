package io.customerhub.examples.quickstart.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Invents the people, household by household. */
final class Population {

  /** How many people there are. */
  static final int SIZE = 2_000;

  private final Dice dice;
  private final Addresses addresses;
  private final List<Person> people = new ArrayList<>();

  private Population(long seed) {
    this.dice = Dice.of(seed, "population");
    this.addresses = new Addresses(Dice.of(seed, "addresses"));
  }

  static List<Person> of(long seed) {
    Population population = new Population(seed);
    while (population.people.size() < SIZE) {
      population.settle(Household.pick(population.dice));
    }
    return List.copyOf(population.people);
  }

  private void settle(Household kind) {
    Household fitting = people.size() + kind.size() > SIZE ? Household.SINGLE : kind;
    Country country = Countries.pick(dice);
    Home home = home(country, fitting);
    Phone first = addresses.phone(country, "mobile");
    List<Family.Member> members = new Family(country, dice).members(fitting);
    for (int i = 0; i < members.size(); i++) {
      Phone mobile = i == 0 ? first : addresses.phone(country, "mobile");
      Contact contact = contact(members.get(i), home, mobile, first);
      people.add(person(members.get(i), home, contact, fitting));
    }
  }

  private Person person(Family.Member member, Home home, Contact contact, Household kind) {
    Set<Source> sources = kind.lookalike() ? Presence.ofLookalike(dice) : Presence.of(dice);
    String id = String.format(Locale.ROOT, "p%04d", people.size() + 1);
    LocalDate birth = member.birth();
    return new Person(id, addresses.userId(), member.name(), birth, home, contact, sources);
  }

  private Contact contact(Family.Member member, Home home, Phone mobile, Phone head) {
    Phone shared = member.child() && dice.chance(0.6) ? head : home.landline().orElse(mobile);
    return new Contact(addresses.email(member.name()), otherEmail(member.name()), mobile, shared);
  }

  private String otherEmail(Name name) {
    if (dice.chance(0.14)) {
      return addresses.workEmail(name);
    }
    return dice.chance(0.2) ? addresses.email(name) : "";
  }

  private Home home(Country country, Household kind) {
    String city = dice.pick(country.all("cities"));
    boolean several = kind != Household.SINGLE;
    return new Home(
        country,
        street(country),
        dice.fill(Country.right(city)),
        Country.left(city),
        maybe(several && dice.chance(0.75), () -> addresses.phone(country, "landline")),
        maybe(kind == Household.COUPLE && dice.chance(0.1), () -> dice.uuid().toString()));
  }

  private String street(Country country) {
    String name = dice.pick(country.all("streets"));
    int number = dice.between(1, 180);
    return country.is("number-first") ? number + " " + name : name + " " + number;
  }

  private static <T> Optional<T> maybe(boolean yes, Supplier<T> value) {
    return yes ? Optional.of(value.get()) : Optional.empty();
  }
}
