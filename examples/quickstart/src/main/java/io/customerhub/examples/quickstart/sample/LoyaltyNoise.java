package io.customerhub.examples.quickstart.sample;

import io.customerhub.examples.quickstart.sample.LoyaltyCard.Slip;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Turns a faithful row into one that a counter clerk might have typed. */
final class LoyaltyNoise {

  private final Person person;
  private final Dice dice;
  private final Map<String, String> row;
  private final Set<Slip> slips = EnumSet.noneOf(Slip.class);

  private LoyaltyNoise(Person person, Map<String, String> row, Dice dice) {
    this.person = person;
    this.row = row;
    this.dice = dice;
  }

  static LoyaltyCard typed(Person person, Map<String, String> faithful, Dice dice) {
    LoyaltyNoise noise = new LoyaltyNoise(person, faithful, dice);
    noise.name();
    noise.email();
    noise.phone();
    noise.birthDate();
    noise.street();
    return new LoyaltyCard(faithful, noise.slips);
  }

  private void name() {
    boolean nickname = !person.nickname().equals(person.name().given());
    if (nickname && dice.chance(0.15)) {
      change(Slip.NICKNAME, "given_name", given -> person.nickname());
    }
    if (dice.chance(0.3)) {
      change(Slip.NO_MARKS, "given_name", Latin::plain);
      change(Slip.NO_MARKS, "surname", Latin::plain);
    }
    if (dice.chance(0.1)) {
      change(Slip.TYPO_IN_NAME, dice.chance(0.5) ? "given_name" : "surname", this::slip);
    }
    if (dice.chance(0.03)) {
      String given = value("given_name");
      change(Slip.SWAPPED_NAMES, "given_name", old -> value("surname"));
      row.put("surname", given);
    }
  }

  private void email() {
    if (dice.chance(person.in(Source.MAILBOX) ? 0.12 : 0.27)) {
      change(Slip.NO_EMAIL, "email", old -> "");
      return;
    }
    if (person.contact().hasOtherEmail() && dice.chance(0.3)) {
      change(Slip.OTHER_EMAIL, "email", old -> person.contact().otherEmail());
    }
    if (dice.chance(0.04)) {
      change(Slip.TYPO_IN_EMAIL, "email", this::slipBeforeAt);
    }
    if (dice.chance(0.06)) {
      row.put("email", value("email").toUpperCase(Locale.ROOT));
    }
  }

  private void phone() {
    boolean shares = !person.contact().shared().equals(person.contact().mobile());
    if (dice.chance(0.22)) {
      slips.add(Slip.NO_PHONE);
    } else if (shares && dice.chance(0.65)) {
      change(Slip.SHARED_PHONE, "phone", old -> person.contact().shared().written(dice));
    } else {
      row.put("phone", person.contact().mobile().written(dice));
    }
  }

  private void birthDate() {
    if (dice.chance(0.13)) {
      change(Slip.NO_BIRTH_DATE, "birth_date", old -> "");
    } else if (dice.chance(0.05)) {
      LocalDate wrong = dice.chance(0.5) ? swapped(person.birth()) : beside(person.birth());
      change(Slip.WRONG_BIRTH_DATE, "birth_date", old -> wrong.toString());
    }
  }

  private void street() {
    if (dice.chance(0.1)) {
      change(Slip.NO_STREET, "street", old -> "");
    } else if (dice.chance(0.06)) {
      change(Slip.TYPO_IN_STREET, "street", this::slip);
    } else if (dice.chance(0.3)) {
      change(Slip.NO_MARKS, "street", Latin::plain);
      row.put("city", Latin.plain(value("city")));
    }
  }

  private String slip(String text) {
    return Typist.slip(text, dice);
  }

  private String slipBeforeAt(String email) {
    int at = email.indexOf('@');
    return Typist.slip(email.substring(0, at), dice) + email.substring(at);
  }

  private LocalDate beside(LocalDate date) {
    return date.plusDays(dice.pick(List.of(-10, -1, 1, 10, 365)));
  }

  private static LocalDate swapped(LocalDate date) {
    try {
      return LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
    } catch (DateTimeException noSuchMonth) {
      return date.plusDays(1);
    }
  }

  private void change(Slip slip, String column, UnaryOperator<String> how) {
    String before = value(column);
    String after = how.apply(before);
    row.put(column, after);
    if (!after.equals(before)) {
      slips.add(slip);
    }
  }

  private String value(String column) {
    return Optional.ofNullable(row.get(column)).orElseThrow();
  }
}
