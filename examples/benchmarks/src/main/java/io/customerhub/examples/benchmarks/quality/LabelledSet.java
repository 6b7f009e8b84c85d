package io.customerhub.examples.benchmarks.quality;

import io.customerhub.examples.benchmarks.people.PeopleCsv;
import io.customerhub.examples.benchmarks.people.Population;
import io.customerhub.examples.resolve.LabelledRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files whose truth is known.
 *
 * @param truth the column that tells it, see {@link LabelledRow#read}
 * @param goal the F1 to reach; 0 if none is set
 */
public record LabelledSet(String name, List<Path> files, String truth, double goal) {

  private static final String FEBRL = "rec_id:rec-(\\d+)-";

  /** Copies the files. */
  public LabelledSet {
    files = List.copyOf(files);
  }

  /** Returns those of the public sets that are in a folder. */
  public static List<LabelledSet> in(Path data) {
    return Stream.of(
            of(data, "febrl1", FEBRL, 0.999, "febrl/dataset1.csv"),
            of(data, "febrl2", FEBRL, 0.999, "febrl/dataset2.csv"),
            of(data, "febrl3", FEBRL, 0.999, "febrl/dataset3.csv"),
            of(data, "febrl4", FEBRL, 0.9995, "febrl/dataset4a.csv", "febrl/dataset4b.csv"),
            of(data, "fake_1000", "cluster", 0.96, "splink_fake_1000/fake_1000.csv"),
            of(data, "dsgen_C_1000", "rec_id:(\\d*)\\d", 0.999, "dsgen/dataset_C_1000.csv"),
            of(data, "RLdata500", "ent_id", 0.99, "rldata500/RLdata500.csv"),
            of(
                data,
                "restaurant_phone",
                "class",
                0.93,
                "fodors_zagat/zeroer_fodors.csv",
                "fodors_zagat/zeroer_zagats.csv"),
            of(data, "restaurant", "unique_id", 0, "restaurant/restaurant-nophone-training.csv"))
        .filter(set -> set.files().stream().allMatch(Files::isReadable))
        .toList();
  }

  /**
   * Writes made-up people into a temporary file and returns it as a set.
   *
   * @param records how many
   */
  public static LabelledSet generated(long records, long seed) throws IOException {
    Path file = Files.createTempFile("people", ".csv");
    file.toFile().deleteOnExit();
    PeopleCsv.write(file, Population.of(seed).rows(records));
    return new LabelledSet("people_" + records, List.of(file), PeopleCsv.TRUTH, 0);
  }

  /** Reads it as a stranger's, guessing what the columns mean. */
  public List<LabelledRow> rows() {
    List<LabelledRow> rows = new ArrayList<>();
    LabelledRow.read(files, truth, rows::add);
    return rows;
  }

  private static LabelledSet of(
      Path data, String name, String truth, double goal, String... files) {
    return new LabelledSet(name, Stream.of(files).map(data::resolve).toList(), truth, goal);
  }
}
