package io.customerhub.examples.quickstart.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All visits of one person, device by device. */
final class ShopHistory {

  private final Person person;
  private final Dice dice;
  private final ShopTraits traits;
  private final List<ShopEvent> events = new ArrayList<>();

  private ShopHistory(Person person, Dice dice) {
    this.person = person;
    this.dice = dice;
    this.traits = new ShopTraits(person, dice);
  }

  static List<ShopEvent> of(Person person, long seed) {
    if (!person.in(Source.SHOP) && !person.in(Source.VISITOR)) {
      return List.of();
    }
    ShopHistory history = new ShopHistory(person, person.dice(seed, "shop"));
    history.devices().forEach(history::visitOn);
    return history.events;
  }

  private List<Device> devices() {
    if (!person.in(Source.SHOP)) {
      return List.of(device(false));
    }
    List<Device> devices = new ArrayList<>(List.of(device(false)));
    if (dice.chance(0.28)) {
      devices.add(device(dice.chance(0.04)));
    }
    person.home().tablet().ifPresent(id -> devices.add(new Device(id, false, true, false)));
    return devices;
  }

  private Device device(boolean anonymous) {
    boolean app = dice.chance(0.12);
    return new Device(dice.uuid().toString(), app, false, anonymous || !person.in(Source.SHOP));
  }

  private void visitOn(Device device) {
    List<Instant> starts = starts();
    int first = device.shared() || dice.chance(0.5) ? 0 : dice.below(starts.size());
    for (int i = 0; i < starts.size(); i++) {
      boolean again = i > first && (device.shared() || dice.chance(0.7));
      ShopVisit visit =
          new ShopVisit(person, device, starts.get(i), again && !device.anonymous(), dice);
      play(visit, device, i == first && !device.anonymous(), i == starts.size() - 1);
      events.addAll(visit.events());
    }
  }

  private void play(ShopVisit visit, Device device, boolean logIn, boolean last) {
    if (!device.shared()) {
      visit.open();
    }
    if (logIn) {
      logIn(visit, device);
    } else if (last && !device.anonymous() && changesEmail()) {
      visit.logIn(traits.with(person.contact().otherEmail()));
    }
    visit.browse();
  }

  private void logIn(ShopVisit visit, Device device) {
    boolean first = events.isEmpty();
    String email = person.contact().someEmail(dice, first ? 0.05 : 0.5);
    if (device.app() && dice.chance(0.3)) {
      visit.aliasAndLogIn(traits.with(email));
    } else {
      visit.logIn(traits.with(email));
    }
    workplace().filter(company -> first && dice.chance(0.5)).forEach(visit::join);
  }

  private Stream<Company> workplace() {
    String email = person.contact().otherEmail();
    return Company.ALL.stream().filter(company -> email.endsWith("@" + company.domain()));
  }

  private boolean changesEmail() {
    return person.contact().hasOtherEmail() && dice.chance(0.8);
  }

  // Most come a few times; one in twenty-two comes often.
  private List<Instant> starts() {
    int visits = 1 + dice.streak(0.4, 6) + (dice.chance(0.045) ? dice.between(6, 14) : 0);
    return Stream.generate(() -> dice.instant(Period.START, Period.END))
        .limit(visits)
        .sorted()
        .toList();
  }
}
