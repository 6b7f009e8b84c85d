package io.customerhub.identity.batch;

import io.customerhub.event.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Made-up people and what sources say of them: typing errors, swapped names, initials, moved house,
 * phones shared by a family, twins, a father and a son of one name.
 */
final class GeneratedPeople {

  /** One record and the person it is of. */
  record Row(String id, String person, Map<String, String> fields, List<Identifier> ids) {}

  private static final List<String> SYLLABLES =
      List.of(
          "ba", "den", "fi", "gor", "hal", "ka", "lin", "mor", "ne", "pet", "ros", "su", "ti",
          "var", "wen", "zo");
  private static final List<String> GIVEN =
      List.of(
          "anna", "ben", "carla", "david", "emma", "felix", "greta", "hugo", "ida", "jonas",
          "karin", "luis", "maria", "nora", "oscar", "paula", "robert", "sofia", "thomas", "ute");

  private final Random dice;
  private final List<Row> rows = new ArrayList<>();
  private int people;

  private GeneratedPeople(long seed) {
    dice = new Random(seed);
  }

  /** Returns at least so many records. */
  static List<Row> rows(int atLeast, long seed) {
    GeneratedPeople generated = new GeneratedPeople(seed);
    while (generated.rows.size() < atLeast) {
      generated.family();
    }
    return generated.rows;
  }

  private void family() {
    Map<String, String> home = new TreeMap<>();
    String surname = word(2 + dice.nextInt(2));
    home.put("surname", surname);
    home.put("street", (1 + dice.nextInt(200)) + " " + word(3) + " street");
    home.put("postcode", String.format(Locale.ROOT, "%05d", dice.nextInt(3_000) * 7));
    home.put("city", "city" + dice.nextInt(300));
    String phone = String.format(Locale.ROOT, "+4930%08d", dice.nextInt(100_000_000));
    int year = 1930 + dice.nextInt(50);
    String father = given();
    person(home, father, birth(year), phone);
    if (dice.nextInt(3) == 0) {
      String twins = birth(year + 28);
      person(home, given() + "x", twins, phone);
      person(home, given() + "o", twins, phone);
    }
    if (dice.nextInt(10) == 0) {
      person(home, father, birth(year + 30), phone);
    }
  }

  private void person(Map<String, String> home, String given, String birth, String phone) {
    String person = "p" + people++;
    Map<String, String> fields = new TreeMap<>(home);
    fields.put("given_name", given);
    fields.put("birth_date", birth);
    String mail =
        given
            + "."
            + home.get("surname")
            + dice.nextInt(1_000)
            + "@mail"
            + dice.nextInt(9)
            + ".org";
    for (int copies = 1 + dice.nextInt(3); copies > 0; copies--) {
      record(person, fields, phone, mail);
    }
  }

  private void record(String person, Map<String, String> of, String phone, String mail) {
    Map<String, String> fields = new TreeMap<>(of);
    for (String field : List.copyOf(fields.keySet())) {
      switch (dice.nextInt(20)) {
        case 0, 1 -> fields.put(field, mistyped(fields.getOrDefault(field, "")));
        case 2 -> fields.remove(field);
        default -> {}
      }
    }
    if (dice.nextInt(25) == 0) {
      String given = fields.getOrDefault("given_name", "");
      fields.put("given_name", fields.getOrDefault("surname", "x"));
      fields.put("surname", given);
    }
    if (dice.nextInt(10) == 0) {
      fields.put("street", (1 + dice.nextInt(200)) + " " + word(3) + " road");
      fields.put("postcode", String.format(Locale.ROOT, "%05d", dice.nextInt(3_000) * 7));
    }
    List<Identifier> ids = new ArrayList<>();
    if (dice.nextInt(3) > 0) {
      ids.add(Identifier.phone(phone));
    }
    if (dice.nextInt(3) > 0) {
      ids.add(Identifier.email(mail));
    }
    rows.add(new Row("r" + rows.size(), person, fields, ids));
  }

  private String mistyped(String text) {
    if (text.length() < 3) {
      return text;
    }
    int at = 1 + dice.nextInt(text.length() - 2);
    return switch (dice.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 ->
          text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
      default -> text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    };
  }

  private String birth(int year) {
    return String.format(
        Locale.ROOT, "%d-%02d-%02d", year, 1 + dice.nextInt(12), 1 + dice.nextInt(28));
  }

  private String given() {
    return dice.nextBoolean() ? GIVEN.get(dice.nextInt(GIVEN.size())) : word(2);
  }

  private String word(int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES.get(dice.nextInt(SYLLABLES.size())));
    }
    return word.toString();
  }
}
