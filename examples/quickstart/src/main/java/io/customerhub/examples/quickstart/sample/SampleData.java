package io.customerhub.examples.quickstart.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the sample data of the quick start: 2,000 invented people and what four sources know.
 *
 * <ul>
 *   <li>{@code shop-events.jsonl}: a web shop's messages in the Segment specification's form, with
 *       visits before the log-in, several devices for one person and devices shared by two; {@code
 *       context.truth} names the true person. Mixed in: lines delivered twice, placeholders where
 *       ids belong, and a few broken lines.
 *   <li>{@code loyalty-cards.csv}: one row per card, some people with two; with typos, nicknames,
 *       swapped names, missing values, phones shared in a family, twins, and father and son of one
 *       name. A few rows are broken.
 *   <li>{@code support-mailbox.csv}: one row per message; the address and name are the customer's,
 *       whichever way it went. Rows without a truth come from machines.
 *   <li>{@code deals.csv}: deals of customers named by e-mail address or card, with the time at
 *       which each stage was reached.
 *   <li>{@code loyalty-cards.map.json} and {@code support-mailbox.map.json}: what the columns mean.
 * </ul>
 *
 * <p>Nobody in it exists: names are drawn from lists, e-mail domains are reserved for examples, and
 * phones are of ranges kept free for fiction or never handed out. The same seed gives the same
 * bytes. Stateless, so safe for use by several threads.
 */
public final class SampleData {

  /** The seed of the files that the quick start ships. */
  public static final long SEED = 20_261_122L;

  /** The files, by name. */
  public static final List<String> FILES =
      List.of(
          "shop-events.jsonl",
          "loyalty-cards.csv",
          "support-mailbox.csv",
          "deals.csv",
          "loyalty-cards.map.json",
          "support-mailbox.map.json");

  private SampleData() {}

  /**
   * Writes all {@link #FILES} as UTF-8 with line feeds, about 5 MB, over files of those names.
   *
   * @param folder where to; made if it is not there
   * @param seed any number; another one gives other people
   * @throws IOException if a file cannot be written
   */
  public static void write(Path folder, long seed) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : contents(seed).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /**
   * Writes the shipped files anew, or with another seed elsewhere.
   *
   * @param args the folder, by default the resources of this module seen from the root of the
   *     project; then the seed, by default {@link #SEED}
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path folder =
        Path.of(args.length > 0 ? args[0] : "examples/quickstart/src/main/resources/sample");
    write(folder, args.length > 1 ? Long.parseLong(args[1]) : SEED);
  }

  private static Map<String, String> contents(long seed) {
    List<Person> people = Population.of(seed);
    List<LoyaltyCard> cards = LoyaltyFile.cards(people, seed);
    Map<String, String> contents = new LinkedHashMap<>();
    contents.put("shop-events.jsonl", ShopFile.of(people, seed));
    contents.put("loyalty-cards.csv", LoyaltyFile.of(cards, seed));
    contents.put("support-mailbox.csv", MailboxFile.of(people, seed));
    contents.put("deals.csv", DealsFile.of(people, cards, seed));
    contents.put("loyalty-cards.map.json", MapFiles.loyalty());
    contents.put("support-mailbox.map.json", MapFiles.mailbox());
    return contents;
  }
}
