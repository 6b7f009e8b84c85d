package io.customerhub.identity.batch;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether two groups may become one. A single strong edge is not enough: on average, their
 * records have to agree.
 */
final class Guard {

  /** Least mean weight between the records of two groups. */
  static final double LEAST_MEAN = 0;

  /** No single pair may tip the mean. */
  private static final double LIMIT = 10;

  /** As much as any pair can say against a merge: more would split those whose data is worst. */
  private static final double FORBIDDEN = -10;

  /** Most pairs of records compared between two groups. */
  private static final int MOST_PAIRS = 60;

  private final Corpus corpus;
  private final Scores scores;
  private final Decisions decisions;
  private final Set<String> singleValued;

  Guard(Corpus corpus, Scores scores, Decisions decisions, Set<String> singleValued) {
    this.corpus = corpus;
    this.scores = scores;
    this.decisions = decisions;
    this.singleValued = singleValued;
  }

  /** Returns why the two groups stay apart; empty if they may become one. */
  String refusal(int[] a, int[] b) {
    String hard = hardRefusal(a, b);
    if (!hard.isEmpty()) {
      return hard;
    }
    double mean = a.length == 1 && b.length == 1 ? LIMIT : mean(a, b);
    return mean >= LEAST_MEAN
        ? ""
        : String.format(Locale.ROOT, "their groups agree by %.1f bits on average", mean);
  }

  /** Returns what keeps the groups apart even against a must-link; empty if nothing does. */
  String hardRefusal(int[] a, int[] b) {
    if (decisions.forbid(a, b)) {
      return "do-not-link";
    }
    for (String namespace : singleValued) {
      if (differ(namespace, a, b)) {
        return "two values of " + namespace;
      }
    }
    return "";
  }

  private boolean differ(String namespace, int[] a, int[] b) {
    List<String> values = List.of(a, b).stream().map(group -> value(namespace, group)).toList();
    return !values.contains("") && !values.get(0).equals(values.get(1));
  }

  /** Returns the value that a group has of a namespace; empty if it has none. */
  private String value(String namespace, int[] group) {
    TermCodes codes = corpus.codes();
    for (int record : group) {
      for (int at = corpus.termsFrom(record); at < corpus.termsFrom(record + 1); at++) {
        int code = corpus.term(at);
        if (codes.parts().get(codes.part(code)).name().equals(namespace)) {
          return codes.value(code);
        }
      }
    }
    return "";
  }

  /** Returns the mean over all pairs, or evenly chosen ones if there are too many. */
  double mean(int[] a, int[] b) {
    long pairs = (long) a.length * b.length;
    long step = (pairs + MOST_PAIRS - 1) / MOST_PAIRS;
    double sum = 0;
    int count = 0;
    for (long pair = 0; pair < pairs; pair += step) {
      sum += limited(a[(int) (pair / b.length)], b[(int) (pair % b.length)]);
      count++;
    }
    return sum / count;
  }

  private double limited(int a, int b) {
    long vector = scores.vector(a, b);
    double bits = scores.bits(a, b, vector);
    return scores.vetoes().forbid(vector) ? FORBIDDEN : Math.max(-LIMIT, Math.min(LIMIT, bits));
  }
}
