package io.customerhub.identity.batch;

import io.customerhub.identity.Guard;
import java.util.List;
import java.util.Set;

/** What keeps groups of a batch apart whatever they weigh: decisions and single-valued ids. */
final class HardRefusals implements Guard.Apart {

  private final Corpus corpus;
  private final Decisions decisions;
  private final Set<String> singleValued;

  HardRefusals(Corpus corpus, Decisions decisions, Set<String> singleValued) {
    this.corpus = corpus;
    this.decisions = decisions;
    this.singleValued = singleValued;
  }

  @Override
  public String reason(int[] a, int[] b) {
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
}
