package io.customerhub.engine;

import io.customerhub.consent.Consent;
import io.customerhub.consent.ConsentFold;
import io.customerhub.event.ConsentBuilder;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredForm;
import io.customerhub.spi.Transaction;
import io.customerhub.trait.ClaimFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people allowed. A consent comes in as an event, see {@link Event#consent}, or is recorded
 * here by hand; the latest by the time it was decided holds, whichever of a profile's members it
 * was given under. Thread-safe.
 */
public final class Consents {

  private final Units units;
  private final SegmentRuns segments;

  Consents(Units units, SegmentRuns segments) {
    this.units = units;
    this.segments = segments;
  }

  /**
   * Returns what holds now: the latest decision on each purpose and channel, sorted by these;
   * granted and withdrawn ones.
   *
   * @param id any id of the profile
   * @throws UnknownProfileException if the id is unknown
   */
  public List<Consent> of(ProfileId id) {
    return ConsentFold.current(history(id));
  }

  /**
   * Returns every decision, oldest first.
   *
   * @param id any id of the profile
   * @throws UnknownProfileException if the id is unknown
   */
  public List<Consent> history(ProfileId id) {
    return units.run(unit -> history(unit.tx(), ids(unit, id)));
  }

  /**
   * Returns whether a purpose is allowed by all channels; false if nothing was decided.
   *
   * @param id any id of the profile
   * @throws UnknownProfileException if the id is unknown
   */
  public boolean isGranted(ProfileId id, String purpose) {
    return isGranted(id, purpose, "");
  }

  /**
   * Returns whether a purpose is allowed by a channel: what was last decided about this channel or
   * about all. False if nothing was.
   *
   * @param id any id of the profile
   * @throws UnknownProfileException if the id is unknown
   */
  public boolean isGranted(ProfileId id, String purpose, String channel) {
    return ConsentFold.deciding(history(id), purpose, channel).map(Consent::granted).orElse(false);
  }

  /** Starts recording by hand that a person allows a purpose. */
  public ConsentCommand grant(ProfileId id, String purpose) {
    return new ConsentCommand(this, id, purpose, true);
  }

  /** Starts recording by hand that a person no longer allows a purpose. */
  public ConsentCommand withdraw(ProfileId id, String purpose) {
    return new ConsentCommand(this, id, purpose, false);
  }

  /** Reads only the events that tell of consent. */
  static List<Consent> history(Transaction tx, Set<ProfileId> members) {
    EventQuery query =
        new EventQuery(
            members,
            ConsentBuilder.EVENT_NAME,
            EventQuery.MIN,
            EventQuery.MAX,
            false,
            Integer.MAX_VALUE);
    List<Consent> all = new ArrayList<>();
    for (StoredEvent stored : tx.events().read(query)) {
      stored.about().ifPresent(member -> all.addAll(ConsentFold.of(stored.event(), member)));
    }
    return ConsentFold.history(all);
  }

  Consent commit(ConsentCommand command) {
    return units.run(unit -> record(unit, command));
  }

  /** It is born under the very id that was named, as a decision of a person about that one. */
  private Consent record(Unit unit, ConsentCommand command) {
    Member named = member(unit, command.profile());
    List<Member> cluster =
        unit.lock(new TreeSet<>(Set.of(named.root())), List.of(command.profile()));
    segments.catchUp(unit, cluster);
    EventBuilder draft = command.event();
    Event event = draft.build(unit.now(), unit.nextId().toString());
    Member folded =
        cluster.stream()
            .filter(member -> member.id().equals(named.id()))
            .map(member -> ClaimFold.add(member, event))
            .findFirst()
            .orElseThrow();
    unit.tx().profiles().save(List.of(folded));
    unit.tx()
        .events()
        .append(new StoredEvent(event, named.id(), unit.now(), StoredForm.hash(event), Map.of()));
    unit.folds().appended(named.id(), event);
    Announcements.accepted(unit, event, named.root());
    evaluate(unit, cluster, folded, event);
    unit.audit(AuditEntry.Action.CONSENT, Set.of(named.id()), command.actor(), command.summary());
    return ConsentFold.of(event, named.id()).get(0);
  }

  private void evaluate(Unit unit, List<Member> cluster, Member folded, Event event) {
    Member saved = folded.withVersion(folded.version() + 1);
    List<Member> now =
        cluster.stream().map(other -> other.id().equals(saved.id()) ? saved : other).toList();
    segments.evaluate(unit, now, unit.present(), Change.of(event));
  }

  private static Set<ProfileId> ids(Unit unit, ProfileId id) {
    return Profiles.members(unit.tx(), member(unit, id).id());
  }

  private static Member member(Unit unit, ProfileId id) {
    return unit.tx().profiles().find(Set.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> UnknownProfileException.of(unit.tx(), id));
  }
}
