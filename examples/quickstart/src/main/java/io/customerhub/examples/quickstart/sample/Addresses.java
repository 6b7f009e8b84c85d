package io.customerhub.examples.quickstart.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Hands out e-mail addresses, phones and account ids, each once. */
final class Addresses {

  private static final List<String> MAIL_DOMAINS =
      List.of("mail.example", "post.example", "inbox.example", "example.com", "example.net");

  private final Set<String> taken = new HashSet<>();
  private final Dice dice;

  Addresses(Dice dice) {
    this.dice = dice;
  }

  String email(Name name) {
    return unique(() -> local(name) + "@" + dice.pick(MAIL_DOMAINS));
  }

  /** Returns an address at work: whoever wrote it down spelled the whole name. */
  String workEmail(Name name) {
    String local = given(name) + "." + Latin.localPart(name.latinSurname());
    String domain = dice.pick(Company.ALL).domain();
    return unique(
        () -> local + (taken.contains(local + "@" + domain) ? year() : "") + "@" + domain);
  }

  Phone phone(Country country, String kind) {
    String number = unique(() -> dice.fill(dice.pick(country.all(kind))));
    return new Phone(country.one("dial"), country.one("trunk"), number);
  }

  String userId() {
    return unique(() -> dice.fill("u-xxxxxx"));
  }

  private String local(Name name) {
    String surname = Latin.localPart(name.latinSurname());
    return switch (dice.below(7)) {
      case 0, 1 -> given(name) + "." + surname;
      case 2 -> given(name) + surname + year();
      case 3 -> given(name).charAt(0) + "." + surname + year();
      case 4 -> surname + "." + given(name);
      case 5 -> given(name) + year() + dice.below(10);
      default -> given(name) + "_" + surname;
    };
  }

  private static String given(Name name) {
    return Latin.localPart(name.latinGiven());
  }

  private String year() {
    return String.valueOf(dice.between(50, 99));
  }

  private String unique(Supplier<String> draw) {
    String drawn = draw.get();
    while (!taken.add(drawn)) {
      drawn = draw.get();
    }
    return drawn;
  }
}
