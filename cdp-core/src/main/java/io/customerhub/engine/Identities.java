package io.customerhub.engine;

import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.MatchModel;
import io.customerhub.profile.Member;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry.Action;
import io.customerhub.spi.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * People's decisions on who is who, and why the rules decided as they did. Thread-safe.
 *
 * <p>Decisions outlive everything: new evidence never overrides one. A later decision on the same
 * two profiles does.
 */
public final class Identities {

  private final Wiring wiring;
  private final SegmentRuns segments;
  private final Units units;
  private final IdentityGraph graph;
  private final Decisions decisions;
  private final Reasons reasons;
  private final Steps steps;
  private final Reviews reviews;
  private final ModelAdoption adoption;
  private final SharedIdentifiers shared;

  Identities(
      Wiring wiring,
      Units units,
      IdentityGraph graph,
      SegmentRuns segments,
      Declarations declarations) {
    this.wiring = wiring;
    this.segments = segments;
    this.units = units;
    this.graph = graph;
    this.decisions = new Decisions(graph, segments);
    this.reasons = new Reasons(wiring.resolver(), graph);
    this.steps = new Steps(wiring.resolver(), graph);
    this.reviews = new Reviews(units, decisions, wiring.resolver().model().matchBits());
    this.adoption = new ModelAdoption(units, wiring, graph, segments);
    this.shared = new SharedIdentifiers(wiring.normalizer(), units, graph, segments, declarations);
  }

  /** Starts merging a profile with another one. */
  public MergeCommand merge(ProfileId profile) {
    return new MergeCommand(this, profile);
  }

  /** Starts undoing a merge. */
  public UnmergeCommand unmerge(MergeId merge) {
    return new UnmergeCommand(this, merge);
  }

  /**
   * Decides that two profiles, or two members of one profile, are of two people. They stay apart
   * whatever evidence comes; what was waiting in the review list about them is settled. If they are
   * one profile now it is split: each of its other records goes with its strongest key.
   *
   * @param a any id of the one person
   * @param b any id of the other person
   * @param actor who decides, at most 128 characters
   * @param reason why, in the actor's words, at most 1,000 characters
   * @throws UnknownProfileException if one of them is unknown
   * @throws IdentityDecisionException if they are one id, or a merge by a person holds the two
   *     together; undo that one instead
   */
  public void keepApart(ProfileId a, ProfileId b, String actor, String reason) {
    units.run(
        unit -> {
          decisions.keepApart(unit, a, b, Checks.actor(actor), Checks.reason(reason));
          unit.audit(Action.KEEP_APART, Set.of(a, b), actor, reason);
          return a;
        });
  }

  /** Returns the identifiers that join nobody because people declared so. */
  public SharedIdentifiers shared() {
    return shared;
  }

  /**
   * Returns pairs that wait for a decision, in the order in which they were found. Of the profiles
   * that a record may belong to, the five closest wait, and those that it lives together with.
   *
   * @param after the last id of the page before; null for the first page
   * @param limit the most pairs to return, at least 1
   */
  public List<Review> reviews(@Nullable UUID after, int limit) {
    Checks.limit(limit);
    return units.run(
        unit -> {
          List<Review> open = new ArrayList<>();
          UUID last = after;
          List<Link> page;
          do {
            page = unit.tx().identities().active(LinkKind.POSSIBLE, last, limit);
            for (Link link : page) {
              last = link.id();
              decisions.review(unit, link).ifPresent(open::add);
              if (open.size() == limit) {
                return open;
              }
            }
          } while (page.size() == limit);
          return open;
        });
  }

  /**
   * Learns a model from the records of this hub: how often people's records disagree, how common
   * values are. Reads at most 50,000 records, whole profiles chosen by their ids, so that the same
   * records give the same model; changes nothing. Takes seconds and the common pool's threads.
   *
   * <p>Where there is too little to learn from, the model is the default one and says so. Look at
   * it with {@link #preview}, and build the next hub with it.
   */
  public ModelEstimate estimate() {
    return new ModelEstimation(units, wiring.resolver().rules()).run();
  }

  /**
   * Returns what another model would make of the records of this hub: whom it would merge and
   * split, with the evidence. People's decisions and exact keys stay. Stores nothing. Compares
   * every record with all that it can be found by, a page in each transaction, so it takes about as
   * long as taking the records did.
   *
   * @param model the other model; with that of this hub, the answer is what older models left
   */
  public ModelPreview preview(MatchModel model) {
    return Previews.of(units, graph, wiring.resolver().withModel(model), wiring.neighbours());
  }

  /**
   * Brings what was linked by other models in line with that of this hub: retires links that no
   * longer match, adds those that do now, and merges and splits accordingly; {@link #preview} of
   * the own model says what will happen. People's decisions and exact keys stay; a pair that is
   * split but may still match waits in the review list, which is not looked at otherwise.
   *
   * <p>The model is kept with the records, see {@link #adoptedModels}. Each group of profiles that
   * depend on each other is a transaction of its own. May be interrupted: calling it again does
   * what is left. All hubs over the storage have to be built with this model before.
   *
   * @param actor who decides, at most 128 characters
   * @param reason why, in the actor's words, at most 1,000 characters
   * @param progress told after each transaction; what it throws stops the adoption
   * @return what was done
   */
  public Adoption adoptModel(String actor, String reason, Consumer<Adoption> progress) {
    return adoption.run(Checks.actor(actor), Checks.reason(reason), progress);
  }

  /** Returns the models that the storage was brought in line with, oldest first. */
  public List<AdoptedModel> adoptedModels() {
    return adoption.history();
  }

  /**
   * Returns what waits for a decision, the most likely first: each pair of profiles once, with the
   * strongest evidence for it. Looks at the 10,000 edges that weigh most.
   *
   * @param limit the most pairs to return, at least 1
   */
  public ReviewQueue reviewQueue(int limit) {
    return reviews.queue(Checks.limit(limit));
  }

  /**
   * Decides that the two records of a review are of one person, and merges their profiles.
   *
   * @param review its {@link Review#id()}
   * @param actor who decides, at most 128 characters
   * @param reason why, in the actor's words, at most 1,000 characters
   * @return by which to explain or undo the merge
   * @throws IdentityDecisionException if it does not wait, or no longer
   */
  public MergeId accept(UUID review, String actor, String reason) {
    return reviews.accept(review, Checks.actor(actor), Checks.reason(reason));
  }

  /**
   * Decides that the two records of a review are of two people, who stay apart whatever evidence
   * comes.
   *
   * @param review its {@link Review#id()}
   * @param actor who decides, at most 128 characters
   * @param reason why, in the actor's words, at most 1,000 characters
   * @throws IdentityDecisionException if it does not wait, or no longer
   */
  public void reject(UUID review, String actor, String reason) {
    reviews.reject(review, Checks.actor(actor), Checks.reason(reason));
  }

  /**
   * Returns who lives with a person, by their records: one surname and home, unrelated given names.
   * The strongest evidence first; each profile once. Nobody is in it who is of the same profile.
   *
   * @param id any id of the profile
   * @throws UnknownProfileException if the id is unknown
   */
  public List<HouseholdMember> household(ProfileId id) {
    return units.run(unit -> Households.of(unit, decisions.member(unit, id).root()));
  }

  /**
   * Returns the merges and splits that a profile went through, oldest first.
   *
   * @throws UnknownProfileException if the id is unknown
   */
  public List<JournalEntry> journal(ProfileId id) {
    return units.run(
        unit -> {
          Member member = decisions.member(unit, id);
          Set<ProfileId> ids = Profiles.members(unit.tx(), member.id());
          return unit.tx().identities().journalOf(ids);
        });
  }

  /**
   * Returns who a profile is and how we know: each of its records with what joined it.
   *
   * @throws UnknownProfileException if the id is unknown
   */
  public Explanation explain(ProfileId id) {
    return units.run(
        unit -> {
          Member member = decisions.member(unit, id);
          List<Member> cluster = unit.tx().profiles().clusters(Set.of(member.root()));
          return graph.explain(unit, segments.view(unit, cluster), cluster);
        });
  }

  /**
   * Returns why two records, or the records of two profiles, are together or apart: what became of
   * them, the closest pairs of records, and their waterfalls by the model of this hub. Of a profile
   * up to 100 records are compared, the oldest first.
   *
   * @param a a member, or any id of the one profile
   * @param b another member, or any id of the other profile
   * @throws UnknownProfileException if one of them is unknown
   * @throws IllegalArgumentException if they are one id
   */
  public Why why(ProfileId a, ProfileId b) {
    if (a.equals(b)) {
      throw new IllegalArgumentException("both ids are " + a + "; two records are needed");
    }
    return units.run(
        unit -> reasons.why(unit, decisions.member(unit, a), decisions.member(unit, b)));
  }

  /**
   * Returns in short why two profiles are not together, such as {@code never compared: no common
   * key}; or that they are.
   *
   * @throws UnknownProfileException if one of them is unknown
   * @throws IllegalArgumentException if they are one id
   */
  public Verdict whyNot(ProfileId a, ProfileId b) {
    return why(a, b).verdict();
  }

  /**
   * Returns how the records of a profile came together, step by step, and what it hangs by.
   *
   * @param id any id of the profile
   * @throws UnknownProfileException if the id is unknown
   */
  public How how(ProfileId id) {
    return units.run(unit -> steps.how(unit, decisions.member(unit, id).root()));
  }

  MergeId commit(MergeCommand command) {
    ProfileId one = command.profile();
    ProfileId other = command.other();
    return units.run(
        unit -> {
          MergeId merge = decisions.merge(unit, one, other, command.actor(), command.reason());
          unit.audit(Action.MERGE, Set.of(one, other), command.actor(), command.reason());
          return merge;
        });
  }

  UnmergeReport commit(UnmergeCommand command) {
    return units.run(
        unit -> {
          UnmergeReport report =
              decisions.unmerge(unit, command.merge(), command.actor(), command.reason());
          Set<ProfileId> both = Set.of(report.kept(), report.restored());
          unit.audit(Action.UNMERGE, both, command.actor(), command.reason());
          return report;
        });
  }
}
