package io.customerhub.identity.batch;

import io.customerhub.identity.KeyKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch went through. Holds no personal data but the clusters' ids.
 *
 * @param records how many records there were
 * @param candidates how many pairs were compared
 * @param pairsByKey how many compared pairs share each kind of key
 * @param narrowedKeys how many keys were narrowed because too many records hold them
 * @param cutKeys how many narrowed keys were still held by too many, so that not all of these met
 * @param unlinkable how many records say too little to be compared with any
 * @param possible how many pairs somebody should look at
 * @param refused how many merges of two groups the guard refused
 * @param findings what is odd about the records, by kind and field
 * @param largest the sizes of the largest clusters by id, at most 10
 */
public record Diagnostics(
    int records,
    long candidates,
    Map<KeyKind, Long> pairsByKey,
    int narrowedKeys,
    int cutKeys,
    int unlinkable,
    int possible,
    int refused,
    List<Finding> findings,
    List<Map.Entry<String, Integer>> largest) {

  /** Copies the parts. */
  public Diagnostics {
    pairsByKey = java.util.Collections.unmodifiableMap(new TreeMap<>(pairsByKey));
    findings = List.copyOf(findings);
    largest = List.copyOf(largest);
  }
}
