package io.customerhub.examples.resolve;

import io.customerhub.event.Identifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A row whose person is known, for programs that measure. Holds personal data; {@link #toString()}
 * does not show it.
 *
 * @param person whom it is of, as the column of the truth says
 * @param fields by canonical name, see {@link io.customerhub.identity.MatchFields#from}
 * @param keys its identifiers as {@link io.customerhub.identity.Normalized.Key keys}
 */
public record LabelledRow(String person, Map<String, String> fields, List<Identifier> keys) {

  /** Copies the parts. */
  public LabelledRow {
    fields = Map.copyOf(fields);
    keys = List.copyOf(keys);
  }

  /**
   * Reads files as a stranger's: what the columns mean is guessed, but which one tells the truth.
   *
   * @param truth its name, or {@code name:regex} whose group is compared
   * @param to receives the rows in their order
   * @throws UsageException if a file cannot be read or has no such column
   */
  public static void read(List<Path> files, String truth, Consumer<LabelledRow> to) {
    Truth known = Truth.parse(truth);
    List<Table> tables =
        files.stream().map(file -> Table.read(file, Set.of(known.column()))).toList();
    List<List<Meaning>> meanings = Columns.ofAll(tables, Map.of(), known.column());
    for (int i = 0; i < tables.size(); i++) {
      Table table = tables.get(i);
      List<Meaning> columns = meanings.get(i);
      Rows.Reading reading = Rows.Reading.of(table, columns);
      for (List<String> cells : table.rows()) {
        Rows.Said said = Rows.said(table, columns, cells, reading);
        to.accept(new LabelledRow(known.person(table, cells), said.fields(), said.keys()));
      }
    }
  }

  @Override
  public String toString() {
    return "LabelledRow[" + fields.keySet() + ", " + keys.size() + " keys]";
  }
}
