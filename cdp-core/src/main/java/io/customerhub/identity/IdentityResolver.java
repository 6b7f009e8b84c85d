package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.Match.Grade;
import io.customerhub.profile.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares records: are they of one person, and why. Pure: the answer depends on the two records,
 * the rules and the model alone, never on their order, on other records or on time. Immutable and
 * thread-safe.
 *
 * <p>Only records that share a {@link #lookUpKeys look-up key} need to be compared.
 */
public final class IdentityResolver {

  private final MatchRules rules;
  private final MatchModel model;
  private final NameComparison names;
  private final RecordComparison comparison;
  private final SimilarRules similar;

  private IdentityResolver(MatchRules rules, MatchModel model, NameComparison names) {
    this.rules = rules;
    this.model = model;
    this.names = names;
    this.comparison = comparison(WordWeights.known(model.terms()));
    this.similar = new SimilarRules(rules.similar());
  }

  /**
   * Returns a resolver by these rules, with the nickname table and weights of this library.
   *
   * @throws IllegalArgumentException if the last rule of similarity repeats an earlier one
   */
  public static IdentityResolver create(MatchRules rules) {
    rules.requireDistinct();
    NameComparison names = new NameComparison(Nicknames.english());
    return new IdentityResolver(rules, MatchModel.defaults(), names);
  }

  /**
   * Returns a copy that weighs by another model. What two records agree in, and what keeps them
   * apart whatever it weighs, stays.
   */
  public IdentityResolver withModel(MatchModel other) {
    return new IdentityResolver(rules, other, names);
  }

  /** Returns a member's record, prepared for comparing. */
  public MatchRecord prepare(Member member) {
    return rules.areOfOrganisations()
        ? MatchRecord.ofOrganisation(member.fields(), member.identifiers())
        : MatchRecord.of(member.fields(), member.identifiers());
  }

  /**
   * Returns the keys under which to look for records to compare with; they hold personal data. None
   * of a record that is nothing but identifiers, unless the host's own rules of similarity may ask
   * for them: equal ones join by themselves, and those that are only alike join nobody.
   */
  public LookUpKeys lookUpKeys(MatchRecord record) {
    return rules.similar().isEmpty() && !record.saysWho() ? LookUpKeys.NONE : LookUpKeys.of(record);
  }

  /** Returns whether two records are of one person, with the evidence for and against. */
  public Match compare(MatchRecord a, MatchRecord b) {
    return match(weigh(a, b), a, b);
  }

  /** Returns the same as {@link #compare}, or empty if nothing says that they are of one person. */
  public Optional<Match> resemblance(MatchRecord a, MatchRecord b) {
    Weighing weighing = weigh(a, b);
    boolean none = grade(weighing, similar.best(a, b)) == Grade.NO;
    return none ? Optional.empty() : Optional.of(match(weighing, a, b));
  }

  /**
   * Returns the same as {@link #compare} with everything that explains it; costs more, as it also
   * looks for the keys that the two share.
   */
  public MatchDetail explain(MatchRecord a, MatchRecord b) {
    Weighing weighing = weigh(a, b);
    Set<String> keys = new HashSet<>(lookUpKeys(a).keys());
    keys.retainAll(lookUpKeys(b).keys());
    List<String> words = LookUpKeys.suffice(keys) ? KeyWords.of(keys) : List.of();
    return new MatchDetail(match(weighing, a, b), weighing.waterfall(), words, objection(weighing));
  }

  private String objection(Weighing weighing) {
    return rules.isWeighed() ? weighing.objection() : "only the host's rules join records";
  }

  private Match match(Weighing weighing, MatchRecord a, MatchRecord b) {
    List<Evidence> evidence = weighing.evidence();
    SimilarRule rule = similar.best(a, b);
    if (rule != null) {
      evidence.add(new Evidence("rule", rule.toString(), 0));
    }
    return new Match(grade(weighing, rule), evidence);
  }

  /**
   * Returns whether two records are clearly of different people: their given names are unrelated -
   * neither nickname, initial, typing error nor swapped with the surname - or their birth dates are
   * not of one person. Of organisations: their names are not of one or, by the rules of
   * organisations, their registration numbers. Records that say too little do not contradict.
   */
  public boolean contradict(MatchRecord a, MatchRecord b) {
    if (a.name().isEmpty() && b.name().isEmpty() && organisationsContradict(a, b)) {
      return true;
    }
    Level birth = BirthDateComparison.level(a.birthDate(), b.birthDate());
    return (birth != null && (birth.contradicts() || birth == Level.BIRTH_YEARS_APART))
        || names.contradict(a.name(), b.name())
        || NameComparison.generationsDiffer(a.name(), b.name());
  }

  private boolean organisationsContradict(MatchRecord a, MatchRecord b) {
    // Without regard to where they are: it is what they are called that sets them apart.
    long level = comparison.organisation(a.nameAnywhere(), b.nameAnywhere(), /* named= */ false);
    return new ComparisonVector(level).levels().stream().anyMatch(Level::contradicts)
        || (rules.areOfOrganisations() && Registrations.differ(a.ids(), b.ids()));
  }

  /**
   * Returns whether both records have given name and surname, the names agree closely, and nothing
   * else contradicts. By the rules of organisations: the names do, and nothing contradicts.
   */
  public boolean agree(MatchRecord a, MatchRecord b) {
    if (rules.areOfOrganisations()) {
      ComparisonVector vector = vector(a, b);
      boolean agree = vector.has(Level.ORGANISATION_EXACT) || vector.has(Level.ORGANISATION_CLOSE);
      return agree && !contradict(a, b);
    }
    Level name = a.name().isWhole() && b.name().isWhole() ? names.level(a.name(), b.name()) : null;
    return name != null && name.bits() >= Level.NAME_CLOSE.bits() && !contradict(a, b);
  }

  /** Returns the model that this resolver weighs by. */
  public MatchModel model() {
    return model;
  }

  /** Returns the rules that this resolver follows. */
  public MatchRules rules() {
    return rules;
  }

  /**
   * Returns what an exact key that two members share says: the strongest one, or empty if they
   * share none that joins on its own.
   */
  public Optional<Evidence> sharedKey(Member a, Member b) {
    PartitionRules own = new ResolverRules(this);
    return a.identifiers().stream()
        .filter(identifier -> rules.isKey(identifier.namespace()))
        .filter(b.identifiers()::contains)
        .min(Comparator.comparingInt(identifier -> rules.rank(identifier.namespace())))
        .map(identifier -> ExactKey.evidence(identifier, own));
  }

  /**
   * Computes which members belong together.
   *
   * @param members whole profiles: all members of each
   * @param context further members that hold a guarded identifier of these; they show whether it is
   *     shared, and are not partitioned themselves
   * @param links the edges between members; retired ones do not count
   * @param shared identifiers that join nobody, and why
   */
  public Partition partition(
      Collection<Member> members,
      Collection<Member> context,
      Collection<Link> links,
      Map<Identifier, ReasonCode> shared) {
    return Partition.of(members, context, links, shared, new ResolverRules(this));
  }

  /**
   * Returns whether members together have no more identifiers of any namespace than one person may,
   * so that no key between them is set aside.
   */
  public boolean isWithinLimits(Collection<Member> members) {
    return together(members).isWithin(rules.mergeLimits());
  }

  /**
   * Returns what members together have more of than the host lets resemblance bring together, such
   * as {@code 2 user_id, at most 1}; empty if of nothing. What one record says of itself is not too
   * much.
   */
  public String excess(Collection<Member> members) {
    return rules.mergeLimits().excessOfSimilarity(together(members));
  }

  private Held together(Collection<Member> members) {
    return Held.ofAll(members.stream().map(one -> Held.of(one, rules.mergeLimits())).toList());
  }

  /** Returns whether a rule that the host stated joins two records, whatever they weigh. */
  boolean state(MatchRecord a, MatchRecord b) {
    SimilarRule rule = similar.best(a, b);
    return rule != null && rule.decides();
  }

  /** Returns what two records weigh that agree at these levels. */
  double bits(MatchRecord a, MatchRecord b, long vector) {
    double bits = model.bits(vector);
    if (!model.terms().isEmpty()) {
      List<Level> levels = new ComparisonVector(vector).levels();
      for (double more : model.terms().adjustments(levels, a, b, model).values()) {
        bits += more;
      }
    }
    return bits;
  }

  /** Returns at which levels two records agree, whatever that weighs; empty if in nothing. */
  public ComparisonVector vector(MatchRecord a, MatchRecord b) {
    return new ComparisonVector(comparison.vector(a, b));
  }

  /**
   * Returns a comparison of many records, which says the same as {@link #vector} faster.
   *
   * @param records whose numbers it takes
   */
  public CodedComparison comparison(CodedRecords records) {
    return new CodedComparison(records, comparison, WordCounts.none());
  }

  /**
   * Returns a comparison of many records, by which the words of organisations weigh what they weigh
   * among these records, whatever the model knows of them.
   *
   * @param records whose numbers it takes
   */
  public CodedComparison countingComparison(CodedRecords records) {
    WordCounts words = WordCounts.of(records.organisations());
    return new CodedComparison(records, comparison(words), words);
  }

  private RecordComparison comparison(WordWeights weights) {
    return new RecordComparison(names, weights, rules.areOfOrganisations());
  }

  /**
   * Returns the keys under which a batch looks for records to compare with: more and broader ones
   * than {@link #lookUpKeys}, since a batch sees how many records hold each.
   */
  public List<BlockingKey> broadKeys(MatchRecord record) {
    List<BlockingKey> keys = new ArrayList<>();
    broadKeys(record, (kind, hash) -> keys.add(new BlockingKey(kind, hash)));
    return keys;
  }

  /** Gives the same keys one by one. */
  public void broadKeys(MatchRecord record, KeySink keys) {
    BroadKeys.of(record, keys);
  }

  private Weighing weigh(MatchRecord a, MatchRecord b) {
    Weighing weighing = new Weighing(model);
    vector(a, b).levels().forEach(weighing::add);
    weighing.adjust(a, b);
    return weighing;
  }

  /** A rule that the host stated overrides what the weights say, but never lowers it. */
  private Grade grade(Weighing weighing, @Nullable SimilarRule rule) {
    Grade byRule = rule == null ? Grade.NO : rule.decides() ? Grade.MATCH : Grade.POSSIBLE;
    Grade byWeight = rules.isWeighed() ? weighing.grade() : Grade.NO;
    return byRule.compareTo(byWeight) <= 0 ? byRule : byWeight;
  }
}
