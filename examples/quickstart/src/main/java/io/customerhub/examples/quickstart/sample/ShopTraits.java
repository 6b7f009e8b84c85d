package io.customerhub.examples.quickstart.sample;

import java.util.Locale;
import java.util.Map;

/** What an account in the shop says about its owner. */
final class ShopTraits {

  private final Person person;
  private final Dice dice;
  private final Name name;

  ShopTraits(Person person, Dice dice) {
    this.person = person;
    this.dice = dice;
    this.name = spelled(person.name());
  }

  /** Returns the traits that one log-in sends; not every log-in sends everything. */
  Map<String, Object> with(String email) {
    boolean card = person.in(Source.LOYALTY);
    Map<String, Object> traits = Json.object("email", email, "firstName", name.given());
    if (dice.chance(0.96)) {
      traits.put("lastName", name.surname());
    }
    if (dice.chance(card ? 0.65 : 0.4)) {
      traits.put("phone", phone().written(dice));
    }
    if (dice.chance(card ? 0.85 : 0.4)) {
      traits.put("address", address());
    }
    if (dice.chance(card ? 0.45 : 0.2)) {
      traits.put("birthday", person.birth().toString());
    }
    return traits;
  }

  private Phone phone() {
    return dice.chance(0.15) ? person.contact().shared() : person.contact().mobile();
  }

  private Map<String, Object> address() {
    Home home = person.home();
    return Json.object(
        "street", home.street(),
        "city", home.city(),
        "postalCode", home.postcode(),
        "country", home.country().code());
  }

  private Name spelled(Name truth) {
    Name script = dice.chance(0.5) ? truth.latin() : truth;
    Name marks = dice.chance(0.2) ? script.plain() : script;
    Name given = dice.chance(0.05) ? marks.withGiven(person.nickname()) : marks;
    return dice.chance(0.03) ? lower(given) : given;
  }

  private static Name lower(Name name) {
    String given = name.given().toLowerCase(Locale.ROOT);
    String surname = name.surname().toLowerCase(Locale.ROOT);
    return new Name(given, surname, given, surname, name.familyFirst());
  }
}
