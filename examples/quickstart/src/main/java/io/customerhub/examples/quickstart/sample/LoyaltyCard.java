package io.customerhub.examples.quickstart.sample;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the loyalty scheme, as it was filled in on paper and typed in by somebody.
 *
 * @param slips what went wrong, in the order in which it happened
 */
record LoyaltyCard(Map<String, String> columns, Set<Slip> slips) {

  static final List<String> HEADER =
      List.of(
          "card_no",
          "given_name",
          "surname",
          "birth_date",
          "email",
          "phone",
          "street",
          "postcode",
          "city",
          "country",
          "joined_at",
          "truth");

  /** The ways in which a row differs from the truth. */
  enum Slip {
    NO_MARKS,
    NICKNAME,
    TYPO_IN_NAME,
    SWAPPED_NAMES,
    NO_EMAIL,
    OTHER_EMAIL,
    TYPO_IN_EMAIL,
    NO_PHONE,
    SHARED_PHONE,
    NO_BIRTH_DATE,
    WRONG_BIRTH_DATE,
    NO_STREET,
    TYPO_IN_STREET
  }

  /** Writes the row without any slip. */
  static Map<String, String> faithful(Person person, String cardNo, Instant joined) {
    Map<String, String> row = new LinkedHashMap<>();
    HEADER.forEach(column -> row.put(column, ""));
    row.put("card_no", cardNo);
    row.put("given_name", person.name().given());
    row.put("surname", person.name().surname());
    row.put("birth_date", person.birth().toString());
    row.put("email", person.contact().email());
    row.put("street", person.home().street());
    row.put("postcode", person.home().postcode());
    row.put("city", person.home().city());
    row.put("country", person.country().code());
    row.put("joined_at", joined.truncatedTo(ChronoUnit.SECONDS).toString());
    row.put("truth", person.id());
    return row;
  }

  String csv() {
    return Csv.row(List.copyOf(columns.values()));
  }

  Instant joined() {
    return Instant.parse(value("joined_at"));
  }

  String value(String column) {
    return Optional.ofNullable(columns.get(column)).orElseThrow();
  }
}
