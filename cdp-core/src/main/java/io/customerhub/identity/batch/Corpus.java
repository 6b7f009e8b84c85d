package io.customerhub.identity.batch;

import io.customerhub.identity.CodedComparison;
import io.customerhub.identity.CodedRecords;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.Term;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The records in an order that depends on what they say and not on how they came, with their terms
 * as numbers. Immutable.
 */
final class Corpus {

  private final String[] ids;
  private final CodedRecords records;
  private final CodedComparison comparison;
  private final TermCodes codes = new TermCodes();

  /** The terms of a record follow each other. */
  private final int[] termsFrom;

  private int[] terms;
  private final Map<String, Integer> positions;
  private final List<Finding> findings;
  private final int different;

  private Corpus(RecordSet set, int[] order, IdentityResolver resolver, boolean counting) {
    int size = order.length;
    findings = set.findings();
    different = set.different();
    records = set.coder().inOrder(order);
    comparison = counting ? resolver.countingComparison(records) : resolver.comparison(records);
    ids = new String[size];
    positions = new HashMap<>(size * 2);
    termsFrom = new int[size + 1];
    terms = new int[size * 8];
    for (int i = 0; i < size; i++) {
      ids[i] = set.id(order[i]);
      positions.put(ids[i], i);
      addTerms(i, records.record(i).terms());
    }
    terms = Arrays.copyOf(terms, termsFrom[size]);
  }

  private void addTerms(int record, List<Term> more) {
    int at = termsFrom[record];
    if (at + more.size() > terms.length) {
      terms = Arrays.copyOf(terms, terms.length + terms.length / 2 + more.size());
    }
    for (Term term : more) {
      terms[at++] = codes.code(term);
    }
    termsFrom[record + 1] = at;
  }

  /**
   * Takes over the records of a set.
   *
   * @param counting whether words weigh what they weigh among these records, not by the model
   */
  static Corpus of(RecordSet set, IdentityResolver resolver, boolean counting) {
    return new Corpus(set, set.canonicalOrder(), resolver, counting);
  }

  int size() {
    return ids.length;
  }

  String id(int i) {
    return ids[i];
  }

  MatchRecord record(int i) {
    return records.record(i);
  }

  /** Compares records by their positions. */
  CodedComparison comparison() {
    return comparison;
  }

  /** Returns where the terms of a record start; they end where those of the next one do. */
  int termsFrom(int record) {
    return termsFrom[record];
  }

  /** Returns the code of the term at a place. */
  int term(int at) {
    return terms[at];
  }

  /** Returns what was odd about the records as they came in. */
  List<Finding> findings() {
    return findings;
  }

  /** Returns how many records are left if those that say the same count once. */
  int different() {
    return different;
  }

  TermCodes codes() {
    return codes;
  }

  /**
   * Returns the position of a record.
   *
   * @throws IllegalArgumentException if there is none of this id
   */
  int position(String id) {
    Integer position = positions.get(id);
    if (position == null) {
      throw new IllegalArgumentException("id: no record of the batch has it");
    }
    return position;
  }
}
