package io.customerhub.examples.quickstart.sample;

/**
 * A person's name in the country's own letters and in Latin ones; mostly the two are the same.
 *
 * @param familyFirst whether the family name is said first
 */
record Name(
    String given, String surname, String latinGiven, String latinSurname, boolean familyFirst) {

  static Name of(Country country, boolean woman, String givenPair, String surnamePair) {
    String surname = Country.left(surnamePair);
    String latin = Country.right(surnamePair);
    return new Name(
        Country.left(givenPair),
        woman ? country.feminine(surname) : surname,
        Country.right(givenPair),
        woman ? country.feminine(latin) : latin,
        country.is("family-first"));
  }

  String full() {
    return familyFirst ? surname + " " + given : given + " " + surname;
  }

  Name latin() {
    return new Name(latinGiven, latinSurname, latinGiven, latinSurname, familyFirst);
  }

  Name plain() {
    return new Name(
        Latin.plain(given),
        Latin.plain(surname),
        Latin.plain(latinGiven),
        Latin.plain(latinSurname),
        familyFirst);
  }

  Name withGiven(String other) {
    return new Name(other, surname, latinGiven, latinSurname, familyFirst);
  }
}
