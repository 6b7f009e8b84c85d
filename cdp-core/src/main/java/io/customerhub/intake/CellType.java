package io.customerhub.intake;

import java.util.Locale;
import java.util.Optional;

/** How the text of a CSV cell is read. Nothing is guessed from a locale. */
public enum CellType {
  /** As it stands. */
  TEXT,
  /** A decimal number of ASCII digits with an optional sign and point: no grouping, no exponent. */
  NUMBER,
  /** {@code true} or {@code false}, {@code yes} or {@code no}, {@code 1} or {@code 0}. */
  BOOLEAN,
  /** A date in ISO 8601, or in the mapping's date format; kept as ISO 8601. */
  DATE,
  /** A time as {@link CsvMappingBuilder#time} takes it; kept as ISO 8601 in UTC. */
  TIME;

  /** Returns the name in lower case, as it is written in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the type with this lower-case name, or empty if there is none. */
  public static Optional<CellType> of(String key) {
    for (CellType type : values()) {
      if (type.key().equals(key)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
