package io.customerhub.examples.quickstart.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The support mailbox: conversations with customers, and mail from machines. */
final class MailboxFile {

  private static final List<MailTopic> TOPICS = List.of(MailTopic.values());
  private static final List<String> MACHINES =
      List.of("noreply@parcels.example", "info@trade-fair.example", "noreply@forms.example");

  private final List<Mail> mails = new ArrayList<>();
  private final long seed;

  private MailboxFile(long seed) {
    this.seed = seed;
  }

  static String of(List<Person> people, long seed) {
    MailboxFile file = new MailboxFile(seed);
    people.stream().filter(person -> person.in(Source.MAILBOX)).forEach(file::write);
    file.writeMachines(Dice.of(seed, "machines"));
    file.writeRoles(people, Dice.of(seed, "roles"));
    return Csv.row(Mail.HEADER)
        + file.mails.stream()
            .sorted(Comparator.comparing(Mail::receivedAt))
            .map(Mail::csv)
            .collect(Collectors.joining());
  }

  private void write(Person person) {
    Dice dice = person.dice(seed, "mailbox");
    String name = shownName(person, dice);
    converse(person, person.contact().someEmail(dice, second(person)), name, dice);
    for (int more = dice.streak(0.35, 4); more > 0; more--) {
      converse(person, person.contact().someEmail(dice, 0.35), name, dice);
    }
  }

  // Who is known to the shop may start with the second address, as the account often names both.
  private static double second(Person person) {
    return person.in(Source.SHOP) ? 0.35 : 0;
  }

  // Several people of a company write from its one address, under their own names.
  private void writeRoles(List<Person> people, Dice dice) {
    for (Company company : Company.ALL.subList(0, 5)) {
      people.stream()
          .filter(person -> person.contact().otherEmail().endsWith("@" + company.domain()))
          .filter(person -> person.in(Source.MAILBOX))
          .limit(3)
          .forEach(
              person -> converse(person, "info@" + company.domain(), person.name().full(), dice));
    }
  }

  private void writeMachines(Dice dice) {
    for (int i = 0; i < 60; i++) {
      add(
          new Mail(
              dice.fill("m-xxxxxxxxxx"),
              dice.instant(Period.START, Period.END),
              dice.pick(MACHINES),
              "",
              "Automatic message",
              MailTopic.DELIVERY,
              "Please do not reply to this message.",
              "in",
              ""));
    }
  }

  private void converse(Person person, String email, String name, Dice dice) {
    MailTopic topic = dice.pick(TOPICS);
    Instant asked = dice.instant(Period.START, Period.END);
    Instant answered = asked.plus(Duration.ofMinutes(dice.between(20, 4_000)));
    say(person, email, name, topic, dice.pick(topic.questions()), "in", asked, dice);
    if (dice.chance(0.8)) {
      say(person, email, name, topic, topic.answer(), "out", answered, dice);
    }
  }

  private void say(
      Person person,
      String email,
      String name,
      MailTopic topic,
      String text,
      String direction,
      Instant at,
      Dice dice) {
    String subject = direction.equals("out") ? "Re: " + topic.subject() : topic.subject();
    String messageId = dice.fill("m-xxxxxxxxxx");
    add(new Mail(messageId, at, email, name, subject, topic, text, direction, person.id()));
  }

  private void add(Mail mail) {
    if (mail.receivedAt().isBefore(Period.END)) {
      mails.add(mail);
    }
  }

  private static String shownName(Person person, Dice dice) {
    Name name = dice.chance(0.3) ? person.name().latin().plain() : person.name();
    return switch (dice.below(12)) {
      case 0 -> name.surname() + ", " + name.given();
      case 1 -> person.name().withGiven(person.nickname()).full();
      case 2 -> name.full().toUpperCase(Locale.ROOT);
      default -> name.full();
    };
  }
}
