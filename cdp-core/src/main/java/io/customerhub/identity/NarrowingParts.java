package io.customerhub.identity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What narrows a key that too many records hold. Several, since any of them may be mistyped. */
final class NarrowingParts {

  private static final int YEAR = 4;

  private NarrowingParts() {}

  /** Returns the parts, always in one order; empty ones say nothing. */
  static List<String> of(MatchRecord record) {
    String date = record.birthDate();
    String birth = date == null ? "" : date;
    return List.of(
        Letters.prefix(birth, YEAR),
        birth.isEmpty() || BirthDate.isPartial(birth) ? "" : Letters.sorted(birth.substring(YEAR)),
        sounds(record.name()),
        record.postcode().isEmpty() ? record.city() : record.postcode(),
        String.join("", record.street().words()));
  }

  /** Sorted, as given name and surname may be swapped. */
  private static String sounds(PersonName name) {
    return Stream.of(name.givenJoined(), name.surnameJoined())
        .filter(part -> !part.isEmpty())
        .map(Letters::sound)
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
