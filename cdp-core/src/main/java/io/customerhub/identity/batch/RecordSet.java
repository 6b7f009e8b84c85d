package io.customerhub.identity.batch;

import com.google.common.primitives.Ints;
import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.MatchFields;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.RecordCoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The records of one batch, collected one by one. Mutable and not thread-safe.
 *
 * <pre>{@code
 * RecordSet records = RecordSet.create();
 * records.add("row-1", MatchFields.from(traits), keys);
 * }</pre>
 */
public final class RecordSet {

  /** Most records of a batch. */
  public static final int RECORDS = 20_000_000;

  /** Longest id of a record, in UTF-16 units. */
  public static final int ID_LENGTH = 256;

  /** Enough for {@link #RECORDS}. */
  private static final int NUMBER_BITS = 25;

  /** Two records about which somebody has decided. */
  record Pair(String a, String b) {}

  private final RecordCoder coder = RecordCoder.create();
  private final List<String> ids = new ArrayList<>();

  /** Of each record a number that depends on what it says and nothing else. */
  private long[] contents = new long[64];

  private final Map<String, Integer> positions = new HashMap<>();
  private final List<Pair> mustLinks = new ArrayList<>();
  private final List<Pair> doNotLinks = new ArrayList<>();

  private final boolean ofOrganisations;
  private final InputCheck check = new InputCheck();

  private RecordSet(boolean ofOrganisations) {
    this.ofOrganisations = ofOrganisations;
  }

  /** Returns a set with no records, for records of people. */
  public static RecordSet create() {
    return new RecordSet(false);
  }

  /** Returns a set with no records, of people or organisations as the rules are. */
  public static RecordSet create(MatchRules rules) {
    return new RecordSet(rules.areOfOrganisations());
  }

  boolean areOfOrganisations() {
    return ofOrganisations;
  }

  /** Returns whom the records are of and how many there are; no personal data. */
  @Override
  public String toString() {
    return "RecordSet[" + size() + " of " + (ofOrganisations ? "organisations" : "people") + "]";
  }

  /**
   * Adds a record.
   *
   * @param id names it in the result; 1 to {@value #ID_LENGTH} characters
   * @param fields by canonical name, see {@link io.customerhub.identity.MatchFields#from}
   * @param normalisedIdentifiers its identifiers as {@link io.customerhub.identity.Normalized.Key
   *     keys}
   * @return this set
   * @throws IllegalArgumentException if the id is blank, too long or taken
   * @throws IllegalStateException if there are {@value #RECORDS} records already
   */
  public RecordSet add(
      String id, Map<String, String> fields, List<Identifier> normalisedIdentifiers) {
    if (id.isBlank() || id.length() > ID_LENGTH) {
      throw new IllegalArgumentException("id: expected 1 to " + ID_LENGTH + " characters");
    }
    if (ids.size() >= RECORDS) {
      throw new IllegalStateException("a batch takes at most " + RECORDS + " records");
    }
    if (positions.putIfAbsent(id, ids.size()) != null) {
      throw new IllegalArgumentException("id: the one of record " + ids.size() + " is taken");
    }
    contents = ids.size() < contents.length ? contents : Arrays.copyOf(contents, 2 * ids.size());
    contents[ids.size()] = content(fields, normalisedIdentifiers);
    ids.add(id);
    MatchRecord record =
        ofOrganisations
            ? MatchRecord.ofOrganisation(fields, normalisedIdentifiers)
            : MatchRecord.of(fields, normalisedIdentifiers);
    check.record(fields, normalisedIdentifiers, record);
    coder.add(record);
    return this;
  }

  /**
   * Adds a record as its source gave it. What is no value but a placeholder, or no key, is left out
   * and counted in the {@link Diagnostics#findings}.
   *
   * @param id as in {@link #add(String, Map, List)}
   * @param traits traits in canonical form, see {@link io.customerhub.event.Values}
   * @param identifiers as given
   * @param normalizer makes keys of them
   * @return this set
   * @throws IllegalArgumentException if the id is blank, too long or taken
   * @throws IllegalStateException if there are {@value #RECORDS} records already
   */
  public RecordSet add(
      String id,
      Map<String, Object> traits,
      List<Identifier> identifiers,
      IdentifierNormalizer normalizer) {
    Map<String, String> fields = MatchFields.from(traits);
    Set<String> given = check.given(traits);
    return add(id, fields, check.keys(identifiers, normalizer, given));
  }

  /**
   * States that two records are of one person, whatever they say. Do-not-link is stronger.
   *
   * @throws IllegalArgumentException if a record is not in this set
   */
  public RecordSet mustLink(String a, String b) {
    mustLinks.add(pair(a, b));
    return this;
  }

  /**
   * States that two records are of different people, whatever they say.
   *
   * @throws IllegalArgumentException if a record is not in this set
   */
  public RecordSet doNotLink(String a, String b) {
    doNotLinks.add(pair(a, b));
    return this;
  }

  /** Returns how many records were added. */
  public int size() {
    return ids.size();
  }

  RecordCoder coder() {
    return coder;
  }

  /** Returns what is odd about the records so far. */
  List<Finding> findings() {
    return check.findings().all();
  }

  /** Returns how many records say something that no other one says. */
  int different() {
    long[] sorted = Arrays.copyOf(contents, ids.size());
    Arrays.parallelSort(sorted);
    int different = 0;
    for (int i = 0; i < sorted.length; i++) {
      different += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return different;
  }

  String id(int number) {
    return ids.get(number);
  }

  /** Returns the numbers of the records by content, then by id. */
  int[] canonicalOrder() {
    // The upper bits of the content and the number in one, so that nothing is boxed.
    long[] keys = new long[ids.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (contents[i] & (-1L << NUMBER_BITS)) | i;
    }
    Arrays.parallelSort(keys);
    int[] order = new int[keys.length];
    for (int from = 0, to; from < keys.length; from = to) {
      to = from + 1;
      while (to < keys.length && keys[to] >> NUMBER_BITS == keys[from] >> NUMBER_BITS) {
        to++;
      }
      sorted(keys, from, to, order);
    }
    return order;
  }

  private void sorted(long[] keys, int from, int to, int[] order) {
    int[] numbers = new int[to - from];
    Arrays.setAll(numbers, i -> (int) (keys[from + i] & ((1L << NUMBER_BITS) - 1)));
    if (numbers.length == 1) {
      order[from] = numbers[0];
      return;
    }
    List<Integer> boxed = new ArrayList<>(Ints.asList(numbers));
    boxed.sort(Comparator.comparingLong((Integer i) -> contents[i]).thenComparing(this::id));
    for (int i = 0; i < numbers.length; i++) {
      order[from + i] = boxed.get(i);
    }
  }

  List<Pair> mustLinks() {
    return mustLinks;
  }

  List<Pair> doNotLinks() {
    return doNotLinks;
  }

  private Pair pair(String a, String b) {
    if (!positions.containsKey(a) || !positions.containsKey(b) || a.equals(b)) {
      throw new IllegalArgumentException("expected the ids of two records of this set");
    }
    return new Pair(a, b);
  }

  private static long content(Map<String, String> fields, List<Identifier> identifiers) {
    long[] hash = {1};
    inOrder(fields).forEach((name, value) -> hash[0] = hashed(hashed(hash[0], name), value));
    identifiers.stream()
        .sorted()
        .forEach(id -> hash[0] = hashed(hashed(hash[0], id.namespace()), id.value()));
    return hash[0];
  }

  private static Map<String, String> inOrder(Map<String, String> fields) {
    boolean sorted = fields instanceof SortedMap<String, String> map && map.comparator() == null;
    return sorted ? fields : new TreeMap<>(fields);
  }

  private static long hashed(long start, String text) {
    long hash = start ^ text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }
}
