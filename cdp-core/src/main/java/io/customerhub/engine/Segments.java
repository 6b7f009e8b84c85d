package io.customerhub.engine;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Condition;
import io.customerhub.segment.Evaluation;
import io.customerhub.segment.SegmentJson;
import io.customerhub.segment.SegmentText;
import io.customerhub.spi.Membership;
import io.customerhub.spi.SegmentDefinition;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Named conditions and who satisfies them, kept right by every change and by {@link
 * CustomerEngine#tick()}. Thread-safe.
 */
public final class Segments {

  private final Units units;
  private final SegmentRuns runs;
  private final Sweep sweep;
  private final SegmentUpkeep upkeep;

  Segments(Units units, SegmentRuns runs, Sweep sweep) {
    this.units = units;
    this.runs = runs;
    this.sweep = sweep;
    this.upkeep = new SegmentUpkeep(units, runs);
  }

  /**
   * Defines a segment by its text, or redefines it, and evaluates it for everybody.
   *
   * @param name 1 to 128 characters
   * @throws io.customerhub.segment.SegmentSyntaxException if the text is not of the language, with
   *     line and column
   * @throws io.customerhub.segment.SegmentSchemaException if the text names a trait, event,
   *     property or kind of records that is declared to be otherwise
   * @throws SegmentException if the text names a segment that is not there, or itself
   */
  public void define(String name, String text) {
    define(name, SegmentText.parse(text));
  }

  /**
   * Defines a segment, or redefines it, and evaluates it for everybody. Everybody is evaluated in
   * several transactions; changes that come meanwhile are evaluated as they come.
   *
   * @param name 1 to 128 characters
   * @throws io.customerhub.segment.SegmentSchemaException if the condition names a trait, event,
   *     property or kind of records that is declared to be otherwise
   * @throws SegmentException if the condition names a segment that is not there, or itself
   */
  public void define(String name, Condition condition) {
    SegmentNames.checkName(name);
    units.run(
        unit -> {
          runs.schema(unit).check(condition);
          SegmentNames.check(name, condition, runs.segments(unit));
          save(unit, name, condition);
          return name;
        });
    sweep.everybody(Change.of(name));
  }

  /** Returns the segments' names, sorted. */
  public List<String> names() {
    return units.run(
        unit ->
            unit.tx().segments().all().stream()
                .filter(DefinitionsRow::isSegment)
                .map(SegmentDefinition::name)
                .toList());
  }

  /** Returns a segment's condition, or empty if there is no such segment. */
  public Optional<Condition> find(String name) {
    return units.run(
        unit ->
            unit.tx()
                .segments()
                .find(name)
                .filter(DefinitionsRow::isSegment)
                .map(d -> SegmentJson.read(d.condition())));
  }

  /**
   * Removes a segment, its memberships and their history; nobody is told that they left.
   *
   * @throws SegmentException if there is no such segment, or another one names it
   */
  public void remove(String name) {
    units.run(
        unit -> {
          SegmentNames.checkUnused(name, runs.segments(unit));
          unit.tx().segments().remove(name);
          DefinitionsRow.changed(unit);
          unit.tx().memberships().removeSegment(name);
          unit.tx().membershipHistory().removeSegment(name);
          return name;
        });
  }

  /**
   * Returns who is in a segment, in ascending order of id.
   *
   * @param after the last id of the page before; null for the first page
   * @param limit the most to return, at least 1
   * @throws SegmentException if there is no such segment
   */
  public List<ProfileId> members(String name, @Nullable ProfileId after, int limit) {
    return units.run(
        unit -> {
          required(unit, name);
          return unit.tx().memberships().members(name, after, Checks.limit(limit)).stream()
              .map(Membership::profile)
              .toList();
        });
  }

  /**
   * Returns how many are in a segment.
   *
   * @throws SegmentException if there is no such segment
   */
  public long count(String name) {
    return units.run(
        unit -> {
          required(unit, name);
          return unit.tx().memberships().count(name);
        });
  }

  /**
   * Returns whether a profile is in a segment as of the last change or tick.
   *
   * @throws SegmentException if there is no such segment
   * @throws UnknownProfileException if the id is unknown
   */
  public boolean contains(String name, ProfileId id) {
    return units.run(
        unit -> {
          required(unit, name);
          return unit.tx().memberships().of(Set.of(root(unit.tx(), id))).stream()
              .anyMatch(row -> row.segment().equals(name) && row.inside());
        });
  }

  /**
   * Returns the segments that a profile is in, sorted by name.
   *
   * @throws UnknownProfileException if the id is unknown
   */
  public List<String> of(ProfileId id) {
    return units.run(
        unit ->
            unit.tx().memberships().of(Set.of(root(unit.tx(), id))).stream()
                .filter(Membership::inside)
                .map(Membership::segment)
                .sorted()
                .toList());
  }

  /**
   * Evaluates a segment for a profile at this instant and returns the result with its reasons.
   * Nothing is stored.
   *
   * @throws SegmentException if there is no such segment
   * @throws UnknownProfileException if the id is unknown
   */
  public Evaluation why(String name, ProfileId id) {
    return units.run(
        unit -> {
          CompiledSegment segment = required(unit, name);
          List<Member> cluster = unit.tx().profiles().clusters(Set.of(root(unit.tx(), id)));
          return runs.trial(unit, cluster).evaluate(segment.condition());
        });
  }

  /**
   * Returns whom a condition would hold for; see {@link #preview(SegmentPreviewQuery)}.
   *
   * @throws io.customerhub.segment.SegmentSyntaxException if the text is not of the language, with
   *     line and column
   */
  public SegmentPreview preview(String text) {
    return preview(SegmentPreviewQuery.of(text));
  }

  /**
   * Returns whom a condition would hold for at this instant, with some of them and why, and how
   * that differs from a segment that is defined. Nothing is stored. Reads everybody, in several
   * transactions and in memory that does not grow with them; locks nobody. What is asked about
   * other segments is answered as of the last change or tick.
   *
   * @throws io.customerhub.segment.SegmentSchemaException if the condition names a trait, event,
   *     property or kind of records that is declared to be otherwise
   * @throws SegmentException if the condition names a segment that is not there or would come to
   *     name itself, or there is no segment to compare with
   */
  public SegmentPreview preview(SegmentPreviewQuery query) {
    return SegmentPreviews.of(units, runs, query);
  }

  /**
   * Returns how segments overlap, as of the last change or tick. Reads all members, in several
   * transactions and in memory that does not grow with them.
   *
   * @param names 1 to 16 segments
   * @throws SegmentException if there is no such segment
   */
  public SegmentOverlap overlap(Collection<String> names) {
    return new SegmentCounts(units, runs).overlap(names);
  }

  /**
   * Returns how large a segment was, by what was known then and as it was defined then. People who
   * were erased since do not count, and changes of before schema script V5 are not known.
   *
   * @param instants 1 to 10,000 instants; sorted, those that are equal once
   * @return a size for each instant, in their order
   * @throws SegmentException if there is no such segment
   */
  public List<SegmentSize> sizes(String name, Collection<Instant> instants) {
    return new SegmentCounts(units, runs).sizes(name, instants);
  }

  /** Starts looking for people outside a segment who are most like its members. */
  public LookalikeQuery lookalike(String name) {
    return new LookalikeQuery(units, runs, name);
  }

  /** Starts writing out the members of a segment, as CSV or JSON lines. */
  public MemberExport export(String name) {
    return new MemberExport(new MemberWriter(units, runs), name);
  }

  /**
   * Makes a change of a record and re-evaluates the segments that mention its kind for the people
   * it is about, all within the caller's transaction. Costs next to nothing if no segment does.
   *
   * @param tx the transaction that the change is part of
   * @param kind the record's kind
   * @param subjects the ids that the record is about, before the change and after it
   * @param change writes the record
   * @return what the change returns
   */
  public <T> T changing(Transaction tx, String kind, Set<ProfileId> subjects, Supplier<T> change) {
    return upkeep.changing(tx, kind, subjects, change);
  }

  /** Evaluates what is due by now; returns how many memberships were looked at. */
  long tick() {
    return upkeep.tick();
  }

  private void save(Unit unit, String name, Condition condition) {
    String json = SegmentJson.write(condition);
    Optional<SegmentDefinition> known = unit.tx().segments().find(name);
    if (known.isPresent()) {
      unit.tx()
          .segments()
          .save(new SegmentDefinition(name, json, unit.now(), known.get().version()));
    } else {
      unit.tx().segments().insert(new SegmentDefinition(name, json, unit.now(), 0));
    }
    DefinitionsRow.changed(unit);
  }

  private CompiledSegment required(Unit unit, String name) {
    return SegmentNames.required(name, runs.segments(unit));
  }

  private static ProfileId root(Transaction tx, ProfileId id) {
    return tx.profiles().find(Set.of(id)).stream()
        .findFirst()
        .map(Member::root)
        .orElseThrow(() -> UnknownProfileException.of(tx, id));
  }
}
