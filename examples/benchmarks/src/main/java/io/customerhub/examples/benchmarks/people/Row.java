package io.customerhub.examples.benchmarks.people;

import java.util.List;

/**
 * What one source says of one person.
 *
 * @param person who it is, to be kept from whoever has to find out
 * @param values by the position of {@link Population#COLUMNS}; empty texts are missing
 */
public record Row(String person, List<String> values) {

  /** Copies the values. */
  public Row {
    values = List.copyOf(values);
  }
}
