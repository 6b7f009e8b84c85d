package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.identity.MatchFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * People with ten records and more, written down by many hands: pen names, misspelt names, birth
 * dates of which only the year is known, and a third of all values missing.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManyRecordsTest {

  private static final List<String> GIVEN =
      List.of("william", "john", "thomas", "george", "henry", "charles", "james", "robert");
  private static final List<String> SYLLABLES =
      List.of("ash", "brad", "cor", "dun", "el", "far", "gran", "hol", "ing", "ken", "lan", "mor");

  private final Random dice = new Random(5);

  @Test
  void most_of_them_come_together_and_hardly_anybody_else() {
    Quality quality = Quality.of(new LabelledRecords(people(300, /* penNames= */ 0)), 1);
    assertThat(quality.precision()).isGreaterThan(0.99);
    assertThat(quality.recall()).isGreaterThan(0.85);
  }

  @Test
  void a_pen_name_is_no_twin() {
    Quality quality = Quality.of(new LabelledRecords(people(300, /* penNames= */ 0.2)), 1);
    assertThat(quality.precision()).isGreaterThan(0.99);
    assertThat(quality.recall()).isGreaterThan(0.75);
  }

  private List<LabelledRecords.Row> people(int count, double penNames) {
    List<LabelledRecords.Row> rows = new ArrayList<>();
    for (int person = 0; person < count; person++) {
      Map<String, String> own = facts();
      Map<String, String> pen = Map.of("given_name", pick(GIVEN), "surname", surname());
      for (int record = dice.nextInt(4, 18); record > 0; record--) {
        Map<String, String> said = new TreeMap<>(own);
        if (dice.nextDouble() < penNames) {
          said.putAll(pen);
        }
        rows.add(
            new LabelledRecords.Row("r" + rows.size(), "p" + person, written(said), List.of()));
      }
    }
    return rows;
  }

  private Map<String, String> facts() {
    String birth =
        String.format(
            Locale.ROOT,
            "%d-%02d-%02d",
            dice.nextInt(1700, 1900),
            1 + dice.nextInt(12),
            1 + dice.nextInt(28));
    return Map.of(
        MatchFields.GIVEN_NAME,
        pick(GIVEN),
        MatchFields.SURNAME,
        surname(),
        MatchFields.BIRTH_DATE,
        birth,
        MatchFields.CITY,
        surname() + "ton",
        MatchFields.POSTCODE,
        surname().substring(0, 2) + dice.nextInt(10, 99) + " " + dice.nextInt(1, 9) + "ab",
        MatchFields.GENDER,
        "male");
  }

  /** As somebody wrote it down: some of it wrong, some of it left out. */
  private Map<String, String> written(Map<String, String> facts) {
    Map<String, String> written = new TreeMap<>();
    facts.forEach(
        (field, value) -> {
          if (dice.nextDouble() < 0.75) {
            written.put(field, dice.nextDouble() < 0.3 ? misread(field, value) : value);
          }
        });
    return written;
  }

  private String misread(String field, String value) {
    return switch (field) {
      case MatchFields.GENDER -> value;
      case MatchFields.BIRTH_DATE ->
          dice.nextBoolean()
              ? value.substring(0, 4) + "-01-01"
              : value.substring(0, 9) + dice.nextInt(10);
      default -> {
        int at = dice.nextInt(value.length());
        yield value.substring(0, at) + (char) ('a' + dice.nextInt(26)) + value.substring(at + 1);
      }
    };
  }

  private String surname() {
    return pick(SYLLABLES) + pick(SYLLABLES) + (dice.nextBoolean() ? pick(SYLLABLES) : "");
  }

  private String pick(List<String> of) {
    return of.get(dice.nextInt(of.size()));
  }
}
