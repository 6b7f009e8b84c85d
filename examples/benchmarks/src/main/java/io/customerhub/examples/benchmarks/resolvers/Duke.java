package io.customerhub.examples.benchmarks.resolvers;

import io.customerhub.examples.resolve.LabelledRow;
import java.util.ArrayList;
import java.util.List;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/**
 * Duke 1.2 with its default database, Lucene in memory, and a comparator per field as its
 * documentation advises. Of what was tried these settings find the most, in the least time: without
 * fuzzy search (which takes ten times as long and finds hardly more) and with few hits per record.
 */
final class Duke implements Contender {

  /** Below it are no links anybody would keep; the best threshold is found later, above it. */
  private static final double LEAST = 0.4;

  private static final int HITS = 10;

  /** Two rows that Duke finds alike, and how sure it is. */
  record Link(int a, int b, double confidence) {}

  @Override
  public Answer resolve(List<LabelledRow> rows) {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setProperties(DukeFields.properties(rows));
    configuration.setThreshold(LEAST);
    configuration.setDatabase(database());
    List<Record> records = new ArrayList<>(rows.size());
    for (LabelledRow row : rows) {
      records.add(DukeFields.record(records.size(), row));
    }
    Processor processor = new Processor(configuration);
    List<Link> links = new ArrayList<>();
    processor.addMatchListener(new Collector(links));
    processor.deduplicate(records);
    processor.close();
    return people -> BestThreshold.of(links, people);
  }

  private static LuceneDatabase database() {
    LuceneDatabase database = new LuceneDatabase();
    database.setFuzzySearch(false);
    database.setMaxSearchHits(HITS);
    return database;
  }

  private static final class Collector extends AbstractMatchListener {

    private final List<Link> links;

    Collector(List<Link> links) {
      this.links = links;
    }

    @Override
    public void matches(Record a, Record b, double confidence) {
      links.add(new Link(DukeFields.number(a), DukeFields.number(b), confidence));
    }
  }
}
