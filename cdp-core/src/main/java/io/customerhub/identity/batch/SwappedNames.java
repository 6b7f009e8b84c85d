package io.customerhub.identity.batch;

import io.customerhub.identity.Level;
import io.customerhub.identity.MatchFields;
import java.util.HashSet;
import java.util.Set;

/** Counts records whose given name is elsewhere a surname, and whose surname a given name. */
final class SwappedNames {

  /** Names such as Thomas James are either; more of them than this share are a mistake. */
  private static final double USUAL = 0.3;

  private static final long LEAST = 10;

  private final Corpus corpus;
  private final Set<String> given = new HashSet<>();
  private final Set<String> surnames = new HashSet<>();

  private SwappedNames(Corpus corpus) {
    this.corpus = corpus;
    TermCodes codes = corpus.codes();
    for (int code = 0; code < codes.size(); code++) {
      if (is(code, MatchFields.GIVEN_NAME)) {
        given.add(codes.value(code));
      } else if (is(code, MatchFields.SURNAME)) {
        surnames.add(codes.value(code));
      }
    }
  }

  /** Returns how many there are; 0 if they are no more than usual. */
  static long count(Corpus corpus) {
    return new SwappedNames(corpus).count();
  }

  private long count() {
    long either = 0;
    long named = 0;
    for (int record = 0; record < corpus.size(); record++) {
      String first = value(record, MatchFields.GIVEN_NAME);
      String last = value(record, MatchFields.SURNAME);
      if (!first.isEmpty() && !last.isEmpty()) {
        named++;
        either += surnames.contains(first) && given.contains(last) ? 1 : 0;
      }
    }
    return either >= LEAST && either > USUAL * named ? either : 0;
  }

  private String value(int record, String part) {
    for (int at = corpus.termsFrom(record); at < corpus.termsFrom(record + 1); at++) {
      if (is(corpus.term(at), part)) {
        return corpus.codes().value(corpus.term(at));
      }
    }
    return "";
  }

  private boolean is(int code, String name) {
    TermCodes.Part part = corpus.codes().parts().get(corpus.codes().part(code));
    return part.level() == Level.NAME_EXACT && part.name().equals(name);
  }
}
