package io.customerhub.examples.quickstart;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the program was asked to do.
 *
 * @param events files of events
 * @param source the source of all events; empty if each file has its own
 * @param tables CSV files, each with its mapping
 * @param deals a file of deals
 * @param segments texts by name, in the order given
 * @param region the region of phone numbers without a country code
 * @param db the database, without {@code .mv.db}
 * @param svg where the picture of the funnel goes
 * @param fresh whether to delete the database first
 * @param help whether to print the usage only
 */
record Options(
    List<Path> events,
    Optional<String> source,
    List<Table> tables,
    Optional<Path> deals,
    Map<String, String> segments,
    Optional<String> region,
    Optional<Path> db,
    Optional<Path> svg,
    boolean fresh,
    boolean help) {

  /**
   * A CSV file.
   *
   * @param file the file
   * @param map what its columns mean; empty if that has to be guessed
   */
  record Table(Path file, Optional<Path> map) {}

  /**
   * Reads the words of a command line.
   *
   * @throws UsageException if a word is not known or lacks its value
   */
  static Options of(String... words) throws UsageException {
    OptionsReader reader = new OptionsReader(List.of(words));
    reader.read();
    return reader.options();
  }

  /** Returns the CSV files without their mappings. */
  List<Path> csvs() {
    return tables.stream().map(Table::file).toList();
  }

  /** Returns whether no data is named, so that the sample is meant. */
  boolean isSample() {
    return events.isEmpty() && tables.isEmpty() && deals.isEmpty();
  }
}
