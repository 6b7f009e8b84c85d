package io.customerhub.examples.quickstart;

/** What {@code --help} prints. */
final class Usage {

  static final String TEXT =
      """
      Customer Hub quick start

        java -jar quickstart.jar                     runs on the sample data that it ships
        java -jar quickstart.jar --events FILE ...   runs on your own

      What to read; each may be given several times:
        --events FILE        events in the JSON of the Segment specification: one document a line, or
                             one document a file (an event, a batch, an array, a captured request)
        --source NAME        the system that all --events are from, so that an event that stands in two
                             files counts once (unless told, each file is a source of its name)
        --csv FILE           rows with a header
        --map FILE           what the columns mean; the first --map belongs to the first --csv, and so
                             on. A --csv without one is guessed from its header, and the guess printed
        --deals FILE         deals as CSV with the columns of the sample's deals.csv
      A name that ends in .gz is unpacked.

      How:
        --db FILE            the H2 database to keep everything in, without .mv.db
                             (unless told, one beside the jar)
        --fresh              deletes that database first
        --region XX          the region of phone numbers without a country code, such as VN
        --segment NAME=TEXT  a segment, such as: --segment 'active=did "Login" in last 30 days'
        --svg FILE           where the picture of the sales funnel goes (unless told, beside the db)
        --help               prints this

      Results go to standard output, the last line as one JSON object; progress and errors go to
      standard error. Ends with 0, with 1 if nothing at all could be read, with 2 if called wrongly.
      """;

  private Usage() {}
}
