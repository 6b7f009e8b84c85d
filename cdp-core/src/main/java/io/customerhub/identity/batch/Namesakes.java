package io.customerhub.identity.batch;

import io.customerhub.identity.Level;
import io.customerhub.identity.MatchFields;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts how many pairs of people have one name. What is common among given names and among
 * surnames does not tell: a Turkish surname goes with Turkish given names, so that far more people
 * share both than chance would have it. Two records of one name are of two people for certain only
 * if both say a birth date and nothing has joined them, so only those count. Father and son share
 * more than chance has it as well, but only with each other: of one name in one postcode one
 * counts.
 */
@SuppressWarnings("EnumOrdinal") // codes live no longer than the process
final class Namesakes {

  /** How many pairs of namesakes chance counts for. */
  private static final double PULL = 5;

  private static final int POSTCODE = Level.POSTCODE_EXACT.ordinal();

  private final Corpus corpus;
  private final LongCounter people = new LongCounter();
  private final Set<Home> homes = new HashSet<>();

  private record Home(long name, int postcode) {}

  private Namesakes(Corpus corpus) {
    this.corpus = corpus;
  }

  /**
   * Counts.
   *
   * @param members the positions of all records, those of one person after each other
   * @param personOf the person of each record by its position
   */
  static Namesakes of(Corpus corpus, int[] members, int[] personOf) {
    Namesakes namesakes = new Namesakes(corpus);
    int counted = -1;
    for (int record : members) {
      long name = personOf[record] == counted ? -1 : namesakes.name(record);
      if (name >= 0) {
        counted = personOf[record];
        namesakes.add(name, record);
      }
    }
    return namesakes;
  }

  /**
   * Returns the share of pairs of people that have one name.
   *
   * @param byChance the share if given names and surnames had nothing to do with each other
   */
  double share(double byChance) {
    double possible = people.total() * (people.total() - 1.0) / 2;
    return Math.min(1, (pairs() + PULL) / (possible + PULL / byChance));
  }

  /**
   * Returns how much it says that both parts of a name are rare, at most 1.
   *
   * @param bits what it says to share each value, by its code
   */
  double trust(double[] bits) {
    int[] at = {0};
    double[] rare = new double[people.size()];
    double[] count = new double[rare.length];
    people.forEachSorted(
        (name, holders) -> {
          rare[at[0]] = bits[(int) (name >>> Integer.SIZE)] + bits[(int) name];
          count[at[0]++] = holders;
        });
    return new RareNames(rare, count).share();
  }

  private double pairs() {
    double[] pairs = {0};
    people.forEachSorted((name, count) -> pairs[0] += count * (count - 1.0) / 2);
    return pairs[0];
  }

  private void add(long name, int record) {
    int postcode = -1;
    for (int at = corpus.termsFrom(record); at < corpus.termsFrom(record + 1); at++) {
      int code = corpus.term(at);
      postcode = corpus.codes().level(code) == POSTCODE ? code : postcode;
    }
    if (postcode < 0 || homes.add(new Home(name, postcode))) {
      people.add(name, 1);
    }
  }

  /**
   * Returns the name of a record as a number; -1 if it does not say both parts and a birth date.
   */
  private long name(int record) {
    long given = -1;
    long surname = -1;
    boolean born = false;
    for (int at = corpus.termsFrom(record); at < corpus.termsFrom(record + 1); at++) {
      int code = corpus.term(at);
      TermCodes.Part part = corpus.codes().parts().get(corpus.codes().part(code));
      born |= part.level() == Level.BIRTH_EXACT;
      if (part.level() == Level.NAME_EXACT) {
        given = part.name().equals(MatchFields.GIVEN_NAME) ? code : given;
        surname = part.name().equals(MatchFields.SURNAME) ? code : surname;
      }
    }
    return born && given >= 0 && surname >= 0 ? given << Integer.SIZE | surname : -1;
  }
}
