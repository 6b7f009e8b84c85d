package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.identity.Normalized;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.Tombstone;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rights of the people that are known: to get all that is known of them, and to be forgotten.
 * Thread-safe.
 */
public final class Privacy {

  private final Wiring wiring;
  private final Units units;
  private final Suppressions suppressions;
  private final Erasing erasing;
  private final PersonReader reader;

  Privacy(
      Wiring wiring, Units units, Suppressions suppressions, Erasing erasing, PersonReader reader) {
    this.wiring = wiring;
    this.units = units;
    this.suppressions = suppressions;
    this.erasing = erasing;
    this.reader = reader;
  }

  /**
   * Starts erasing a person.
   *
   * @param id any id of the profile
   */
  public EraseCommand erase(ProfileId id) {
    return new EraseCommand(this, id);
  }

  /**
   * Starts handing out all that is known of a person.
   *
   * @param id any id of the profile
   */
  public ExportCommand export(ProfileId id) {
    return new ExportCommand(this, id);
  }

  /** Returns what stays of the person that an id was given out for; empty if not erased. */
  public Optional<Tombstone> tombstone(ProfileId id) {
    return units.run(unit -> unit.tx().erasures().tombstones(Set.of(id)).stream().findFirst());
  }

  /**
   * Returns whether events of now that name an identifier are refused, because its last holder was
   * erased. Never for what is no key.
   */
  public boolean isSuppressed(Identifier identifier) {
    return key(identifier)
        .map(key -> units.run(unit -> suppressions.refuses(unit, key, unit.now())))
        .orElse(false);
  }

  /**
   * Takes events that name an identifier from now on, as when the person has come back and agreed.
   * Events that happened before stay refused, so a replay or an old file brings nothing back.
   *
   * @param identifier in any form that the identity rules accept
   * @param actor who decides, at most 128 characters
   * @param reason why, in at most 1,000 characters; stays for ever, and should not name the person
   * @return whether it was refused until now
   */
  public boolean allowAgain(Identifier identifier, String actor, String reason) {
    return key(identifier)
        .map(
            key ->
                units.run(
                    unit -> allowAgain(unit, key, Checks.actor(actor), Checks.reason(reason))))
        .orElse(false);
  }

  /** Writes outside of the transactions, for these may run again. */
  void export(ExportCommand command, Appendable out) throws IOException {
    PersonFacts facts = units.run(unit -> read(unit, command));
    Set<ProfileId> members = facts.explanation().profile().members();
    try (PersonJson json = new PersonJson(out)) {
      json.begin(facts);
      Event last = null;
      List<StoredEvent> page;
      do {
        Event after = last;
        page = units.run(unit -> PersonReader.events(unit, members, after));
        for (StoredEvent stored : page) {
          json.event(stored);
          last = stored.event();
        }
      } while (!page.isEmpty());
      json.end();
    }
  }

  private PersonFacts read(Unit unit, ExportCommand command) {
    PersonFacts facts = reader.read(unit, command.profile());
    Set<ProfileId> members = facts.explanation().profile().members();
    unit.audit(AuditEntry.Action.EXPORT, members, command.actor(), command.reason());
    return facts;
  }

  ErasureReport commit(EraseCommand command) {
    return units.run(unit -> erasing.erase(unit, command));
  }

  /** What a transaction reports and then takes back cannot differ from what it would have done. */
  ErasureReport preview(EraseCommand command) {
    try {
      return units.run(
          unit -> {
            throw new TakenBack(erasing.erase(unit, command));
          });
    } catch (TakenBack done) {
      return done.report;
    }
  }

  private boolean allowAgain(Unit unit, Identifier key, String actor, String reason) {
    boolean allowed = suppressions.allow(unit, key, unit.now());
    if (allowed) {
      unit.audit(AuditEntry.Action.ALLOW_AGAIN, Set.of(), actor, reason);
    }
    return allowed;
  }

  private Optional<Identifier> key(Identifier identifier) {
    return wiring.normalizer().normalize(identifier) instanceof Normalized.Key key
        ? Optional.of(key.identifier())
        : Optional.empty();
  }

  /** Rolls a preview back. */
  private static final class TakenBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErasureReport report;

    TakenBack(ErasureReport report) {
      super("a preview is taken back", null, false, false);
      this.report = report;
    }
  }
}
