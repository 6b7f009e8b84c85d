package io.customerhub.examples.quickstart.sample;

import java.time.LocalDate;
import java.util.List;

/** Who lives in a household: names and birth dates. */
final class Family {

  /** One member before anything about phones and accounts is known. */
  record Member(Name name, LocalDate birth, boolean child) {}

  private static final LocalDate YOUNGEST_ADULT = LocalDate.of(2002, 12, 31);

  private final Country country;
  private final Dice dice;
  private final String surname;

  Family(Country country, Dice dice) {
    this.country = country;
    this.dice = dice;
    this.surname = country.draw("surnames", dice);
  }

  List<Member> members(Household kind) {
    boolean woman = dice.chance(0.5);
    Member first = adult(woman, surname);
    return switch (kind) {
      case SINGLE -> List.of(first);
      case COUPLE -> List.of(first, partner(first, woman));
      case PARENT_AND_CHILD -> List.of(first, child(first, !woman));
      case NAMESAKES -> namesakes();
      case TWINS -> twins(first, woman);
      case FAMILY -> {
        Member child = child(first, woman);
        yield List.of(first, partner(first, woman), child, sibling(child, !woman));
      }
    };
  }

  private Member adult(boolean woman, String surnamePair) {
    LocalDate birth = YOUNGEST_ADULT.minusDays(dice.below(55 * 365));
    return new Member(Name.of(country, woman, given(woman), surnamePair), birth, false);
  }

  // Where the family name comes first, a wife keeps her own.
  private Member partner(Member of, boolean woman) {
    boolean own = country.is("family-first") || dice.chance(0.3);
    String name = own ? country.draw("surnames", dice) : surname;
    LocalDate birth = of.birth().plusDays(dice.between(-2500, 2500));
    return new Member(Name.of(country, !woman, given(!woman), name), birth, false);
  }

  private Member child(Member parent, boolean woman) {
    LocalDate birth = parent.birth().plusDays(dice.between(21 * 365, 34 * 365));
    Name name = Name.of(country, woman, given(woman), surname);
    return new Member(name, birth.isAfter(lastChild()) ? lastChild() : birth, true);
  }

  private Member sibling(Member child, boolean woman) {
    Name name = Name.of(country, woman, other(child.name(), woman), surname);
    return new Member(name, child.birth().minusDays(dice.between(400, 2000)), true);
  }

  private List<Member> namesakes() {
    Member father = adult(false, surname);
    LocalDate birth = father.birth().plusDays(dice.between(22 * 365, 30 * 365));
    LocalDate shown = birth.isAfter(lastChild()) ? lastChild() : birth;
    return List.of(father, new Member(father.name(), shown, true));
  }

  private List<Member> twins(Member first, boolean woman) {
    boolean otherWoman = dice.chance(0.7) == woman;
    Name name = Name.of(country, otherWoman, other(first.name(), otherWoman), surname);
    return List.of(first, new Member(name, first.birth(), false));
  }

  private String other(Name than, boolean woman) {
    String given = given(woman);
    while (Country.left(given).equals(than.given())) {
      given = given(woman);
    }
    return given;
  }

  private String given(boolean woman) {
    return country.draw(woman ? "women" : "men", dice);
  }

  // A card holder is at least sixteen.
  private LocalDate lastChild() {
    return LocalDate.of(2009, 11, 1).minusDays(dice.below(1500));
  }
}
