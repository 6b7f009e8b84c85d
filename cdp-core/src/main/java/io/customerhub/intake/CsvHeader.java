package io.customerhub.intake;

import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a file by name. Its messages tell positions and not names: a file without a header
 * has a person's data in their place.
 */
final class CsvHeader {

  private final Map<String, Integer> positions = new HashMap<>();

  /**
   * Checks the header.
   *
   * @throws InvalidEventException CSV_HEADER if a name is blank, repeated or too long
   */
  CsvHeader(List<String> names) {
    if (names.isEmpty() || names.size() > CsvIntake.COLUMNS) {
      throw invalid("expected 1 to " + CsvIntake.COLUMNS + " columns, found " + names.size());
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip();
      if (name.isEmpty() || name.length() > Limits.NAME_LENGTH) {
        throw invalid("column " + (i + 1) + " has no name, or one that is too long");
      }
      Integer other = positions.put(name, i);
      if (other != null) {
        throw invalid("columns " + (other + 1) + " and " + (i + 1) + " have the same name");
      }
    }
  }

  /** Returns the names without blanks around them. */
  static List<String> checked(List<String> names) {
    return List.copyOf(
        new CsvHeader(names)
            .positions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList());
  }

  int size() {
    return positions.size();
  }

  /**
   * Returns the position of a column that the mapping names.
   *
   * @throws InvalidEventException CSV_HEADER if the file has no such column
   */
  int position(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw invalid(
          "column '"
              + column
              + "' of the mapping is missing among "
              + size()
              + "; is the delimiter right?");
    }
    return position;
  }

  private static InvalidEventException invalid(String message) {
    return new InvalidEventException(ReasonCode.CSV_HEADER, "", message);
  }
}
