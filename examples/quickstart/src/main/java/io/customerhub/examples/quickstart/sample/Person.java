package io.customerhub.examples.quickstart.sample;

import java.time.LocalDate;
import java.util.Set;

/**
 * One invented person: the truth that the files are measured against.
 *
 * @param id the true id, as in the column {@code truth}
 * @param userId the id of the account in the shop, whether or not there is one
 */
record Person(
    String id,
    String userId,
    Name name,
    LocalDate birth,
    Home home,
    Contact contact,
    Set<Source> sources) {

  boolean in(Source source) {
    return sources.contains(source);
  }

  Country country() {
    return home.country();
  }

  String nickname() {
    return country().nickname(name.given());
  }

  /** Returns the person's own sequence of choices for one purpose. */
  Dice dice(long seed, String purpose) {
    return Dice.of(seed, purpose + "/" + id);
  }
}
