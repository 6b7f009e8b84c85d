package io.customerhub.identity.batch;

import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The records in an order that depends on what they say and not on how they came, with their terms
 * as numbers.
 */
final class Corpus {

  private final String[] ids;
  private final MatchRecord[] records;
  private final int[][] terms;
  private final List<Term> termsByCode = new ArrayList<>();
  private final Map<String, Integer> positions;

  private Corpus(List<RecordSet.Row> rows) {
    int size = rows.size();
    ids = new String[size];
    records = new MatchRecord[size];
    terms = new int[size][];
    positions = new HashMap<>(size * 2);
    Map<Term, Integer> codes = new HashMap<>();
    for (int i = 0; i < size; i++) {
      ids[i] = rows.get(i).id();
      records[i] = rows.get(i).record();
      terms[i] = records[i].terms().stream().mapToInt(term -> code(codes, term)).toArray();
      positions.put(ids[i], i);
    }
  }

  static Corpus of(RecordSet set) {
    List<RecordSet.Row> rows = new ArrayList<>(set.rows());
    rows.sort(Comparator.comparingLong(RecordSet.Row::content).thenComparing(RecordSet.Row::id));
    return new Corpus(rows);
  }

  int size() {
    return ids.length;
  }

  String id(int i) {
    return ids[i];
  }

  MatchRecord record(int i) {
    return records[i];
  }

  int[] terms(int i) {
    return terms[i];
  }

  Term term(int code) {
    return termsByCode.get(code);
  }

  int termCount() {
    return termsByCode.size();
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

  private int code(Map<Term, Integer> codes, Term term) {
    Integer known = codes.putIfAbsent(term, termsByCode.size());
    if (known == null) {
      termsByCode.add(term);
      return termsByCode.size() - 1;
    }
    return known;
  }
}
