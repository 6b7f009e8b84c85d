package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.event.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which records are of one person. Immutable and thread-safe; each method returns a new set of
 * rules.
 *
 * <pre>{@code
 * MatchRules.exact("email")
 *     .orExact("loyalty_card")
 *     .orGuarded("phone")
 *     .orSimilar("name", 0.92)                      // alone: waits in the review list
 *     .orSimilar("name", 0.92).and("birth_date")    // with an equal field: joins
 * }</pre>
 *
 * <p>{@link #people()}, the default, weighs all that two records say instead, and so does {@link
 * #organisations()} where records are of companies.
 */
public final class MatchRules {

  private enum Use {
    EXACT,
    GUARDED
  }

  /** Whose fields are weighed. */
  private enum Of {
    PEOPLE,
    ORGANISATIONS,
    NOBODY
  }

  private static final Set<String> GUARDED = Set.of(Identifier.EMAIL, Identifier.PHONE, "domain");

  private final Of weighed;
  private final Map<String, Use> keys;
  private final List<SimilarRule> similar;

  private final MergeLimits limits;

  private MatchRules(
      Of weighed, Map<String, Use> keys, List<SimilarRule> similar, MergeLimits limits) {
    this.weighed = weighed;
    this.keys = keys;
    this.similar = similar;
    this.limits = limits;
  }

  /**
   * Returns the rules for people: every identifier joins, a phone number only where the names do
   * not contradict, since a family shares it; beyond identifiers, names, birth dates and addresses
   * are weighed against each other.
   *
   * <p>A cookie or device joins at most one {@link Identifier#USER_ID user id}: one on which two
   * log in is of neither. A key joins at most 5 e-mail addresses. {@link #atMost} sets limits of
   * the host's own, {@link #unlimited} none.
   */
  public static MatchRules people() {
    return new MatchRules(Of.PEOPLE, Map.of(), List.of(), MergeLimits.ofPeople());
  }

  /**
   * Returns the rules for organisations: identifiers such as {@code vat_id}, {@code
   * registration_id}, {@code duns} and {@code lei} join; an e-mail address, phone number or {@code
   * domain} only where the names do not contradict, since companies of one group share them; beyond
   * identifiers, names without legal forms, domains, registration numbers and addresses are weighed
   * against each other. A record's name is its {@link MatchFields#ORGANISATION} or {@link
   * MatchFields#NAME}; what it says of a contact person is left out.
   */
  public static MatchRules organisations() {
    return new MatchRules(Of.ORGANISATIONS, Map.of(), List.of(), MergeLimits.none());
  }

  /** Returns rules by which only identifiers of one namespace join; more can be added. */
  public static MatchRules exact(String namespace) {
    return new MatchRules(Of.NOBODY, Map.of(), List.of(), MergeLimits.none()).orExact(namespace);
  }

  /**
   * Returns a copy in which equal identifiers of a namespace join two records.
   *
   * @throws IllegalArgumentException if the namespace was set before, or is not well-formed
   */
  public MatchRules orExact(String namespace) {
    return with(namespace, Use.EXACT);
  }

  /**
   * Returns a copy in which equal identifiers of a namespace join two records unless their names or
   * birth dates contradict.
   *
   * @throws IllegalArgumentException if the namespace was set before, or is not well-formed
   */
  public MatchRules orGuarded(String namespace) {
    return with(namespace, Use.GUARDED);
  }

  /**
   * Returns a copy in which two records whose values of a field are similar possibly match: the
   * pair waits in the review list. {@link #and} turns this rule into one that joins.
   *
   * @param field a name of {@link MatchFields}; {@code name} compares whole names, however split
   * @param threshold the least Jaro-Winkler similarity after folding case and accents, above 0 and
   *     at most 1
   * @throws IllegalArgumentException if there is no such field, the threshold is out of range, or
   *     the rule before this one repeats an earlier one
   */
  public MatchRules orSimilar(String field, double threshold) {
    checkField(field);
    // Not the new rule: it may yet become another one by and(..).
    requireDistinct();
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "threshold: " + threshold + ", expected more than 0 and at most 1");
    }
    List<SimilarRule> more = new ArrayList<>(similar);
    more.add(new SimilarRule(field, threshold, List.of()));
    return new MatchRules(weighed, keys, List.copyOf(more), limits);
  }

  /**
   * Returns a copy in which the rule of similarity added last also needs a field to be present and
   * equal in both records, and then joins them.
   *
   * @param field a name of {@link MatchFields}
   * @throws IllegalStateException if no rule of similarity was added before
   * @throws IllegalArgumentException if there is no such field, or the rule names it already
   */
  public MatchRules and(String field) {
    checkField(field);
    if (similar.isEmpty()) {
      throw new IllegalStateException("and(\"" + field + "\") needs orSimilar(..) before it");
    }
    List<SimilarRule> more = new ArrayList<>(similar);
    SimilarRule last = more.remove(more.size() - 1);
    if (last.field().equals(field) || last.equal().contains(field)) {
      throw new IllegalArgumentException("field: " + field + " is in the rule already: " + last);
    }
    more.add(last.and(field));
    return new MatchRules(weighed, keys, List.copyOf(more), limits);
  }

  /**
   * Returns a copy in which one person has at most so many identifiers of a namespace. A key that
   * would bring more together joins nobody, unless it is stronger than the namespace: the weakest
   * key is set aside, for all who hold it. Resemblance does not bring more together either. What
   * one record says of itself counts as one, so an alias joins two user ids whatever the limit.
   * People's merges are not limited.
   *
   * @param count at least 1; replaces the namespace's limit before
   * @throws IllegalArgumentException if the count is less, or the namespace is not well-formed
   */
  public MatchRules atMost(int count, String namespace) {
    Identifier.of(namespace, "checked");
    return limited(limits.with(namespace, count));
  }

  /**
   * Returns a copy in which an identifier that more records hold counts as shared, and joins
   * nobody. A record is a distinct set of identifiers and fields, however many events say it. The
   * default is {@value MergeLimits#RECORDS}. User ids and loyalty cards are given to one person
   * each and never count as shared, however many cookies go with them. What a new record costs
   * grows with the records it hangs together with.
   *
   * @param records at least 2
   * @throws IllegalArgumentException if it is less
   */
  public MatchRules sharedBeyond(int records) {
    return limited(limits.sharedBeyond(records));
  }

  /** Returns a copy in which one person may have any number of identifiers of each namespace. */
  public MatchRules unlimited() {
    return limited(MergeLimits.none().sharedBeyond(limits.records()));
  }

  private MatchRules limited(MergeLimits other) {
    return new MatchRules(weighed, keys, similar, other);
  }

  /** Returns whether many records make an identifier of a namespace a shared one. */
  public boolean canBeCrowded(String namespace) {
    return rank(namespace) > rank(Identifier.LOYALTY_CARD);
  }

  /** Returns how many records may hold one identifier before it counts as shared. */
  public int sharedBeyond() {
    return limits.records();
  }

  /** Returns how many identifiers one person may have, by namespace; the others are not limited. */
  public SortedMap<String, Integer> limits() {
    SortedMap<String, Integer> most = new TreeMap<>();
    limits.byNamespace().forEach((namespace, limit) -> most.put(namespace, limit.most()));
    return most;
  }

  MergeLimits mergeLimits() {
    return limits;
  }

  /** Returns whether equal identifiers of a namespace always join. */
  public boolean isKey(String namespace) {
    return isWeighed() ? !isGuarded(namespace) : keys.get(namespace) == Use.EXACT;
  }

  /** Returns whether equal identifiers of a namespace join unless the records contradict. */
  public boolean isGuarded(String namespace) {
    Use use = keys.get(namespace);
    return use == Use.GUARDED
        || (use == null && weighed == Of.PEOPLE && namespace.equals(Identifier.PHONE))
        || (use == null && weighed == Of.ORGANISATIONS && GUARDED.contains(namespace));
  }

  /**
   * Returns how strong identifiers of a namespace are, 0 the strongest: user id, loyalty card,
   * others, e-mail address, phone number, device id, anonymous id.
   */
  public int rank(String namespace) {
    return Strength.rank(namespace);
  }

  /** Returns whether all fields are weighed, not only the rules of similarity asked. */
  boolean isWeighed() {
    return weighed != Of.NOBODY;
  }

  /** Returns whether all records are of organisations, none of people. */
  public boolean areOfOrganisations() {
    return weighed == Of.ORGANISATIONS;
  }

  /** Returns the rules of similarity in the order they were added. */
  List<SimilarRule> similar() {
    return similar;
  }

  /**
   * Does nothing if the rule of similarity added last asks something else than those before.
   *
   * @throws IllegalArgumentException if it does not
   */
  void requireDistinct() {
    for (int i = 0; i < similar.size() - 1; i++) {
      SimilarRule last = similar.get(similar.size() - 1);
      if (similar.get(i).asksSameAs(last)) {
        throw new IllegalArgumentException(
            "rule \"" + last + "\" contradicts or repeats \"" + similar.get(i) + "\"");
      }
    }
  }

  /** Returns the rules in words. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    if (isWeighed()) {
      words.add(weighed.name().toLowerCase(Locale.ROOT));
    }
    keys.forEach((namespace, use) -> words.add(words(namespace, use)));
    similar.forEach(rule -> words.add(rule.toString()));
    limits().forEach((namespace, most) -> words.add("at most " + most + " " + namespace));
    return "MatchRules[" + String.join("; or ", words) + "]";
  }

  private MatchRules with(String namespace, Use use) {
    Identifier.of(namespace, "checked");
    Use before = keys.get(namespace);
    if (before != null) {
      throw new IllegalArgumentException(
          words(namespace, use) + " contradicts or repeats " + words(namespace, before));
    }
    Map<String, Use> more = new TreeMap<>(keys);
    more.put(namespace, use);
    return new MatchRules(weighed, more, similar, limits);
  }

  private static String words(String namespace, Use use) {
    return (use == Use.EXACT ? "exact " : "guarded ") + namespace;
  }

  private static void checkField(String field) {
    if (!MatchFields.isField(field)) {
      throw new IllegalArgumentException(
          "field: "
              + field.substring(0, Math.min(field.length(), Limits.NAMESPACE_LENGTH))
              + ", expected a name of MatchFields such as name or birth_date");
    }
  }
}
