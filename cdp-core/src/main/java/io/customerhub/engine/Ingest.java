package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.MatchFields;
import io.customerhub.identity.Normalized;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.KnownEvent;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes one event through all steps of its way, inside a unit. */
final class Ingest {

  /** How far in the future a source's clock may be. */
  private static final Duration AHEAD = Duration.ofHours(24);

  private final Wiring wiring;
  private final Suppressions suppressions;
  private final Registry registry;
  private final SegmentRuns segments;

  Ingest(Wiring wiring, Suppressions suppressions, Registry registry, SegmentRuns segments) {
    this.wiring = wiring;
    this.suppressions = suppressions;
    this.registry = registry;
    this.segments = segments;
  }

  IngestResult ingest(Unit unit, Event event) {
    String hash = StoredForm.hash(event);
    Optional<KnownEvent> known =
        unit.tx().events().known(Set.of(EventKey.of(event))).stream().findFirst();
    return known.isPresent() && known.get().hash().equals(hash)
        ? repeated(unit, known.get())
        : accept(unit, event, hash, known.isPresent());
  }

  /** Reads together what several events are about, and locks it, before any is changed. */
  void expect(Unit unit, List<Event> events) {
    List<Prepared> prepared = events.stream().map(event -> prepared(unit, event)).toList();
    suppressions.preload(unit, prepared);
    unit.buffer().ifPresent(buffer -> expect(unit, buffer, prepared));
  }

  private void expect(Unit unit, BufferedTransaction buffer, List<Prepared> prepared) {
    Set<EventKey> messages = new TreeSet<>();
    prepared.forEach(one -> messages.add(EventKey.of(one.event())));
    List<KnownEvent> known = buffer.events().expect(messages);
    Set<Identifier> keys = new TreeSet<>();
    prepared.forEach(one -> keys.addAll(one.keys()));
    keys.removeAll(registry.crowded(unit, keys));
    registry.expectAround(unit, buffer.profiles().lockHolders(keys));
    buffer.profiles().find(members(known));
    registry.expect(unit, buffer, prepared);
  }

  private static Set<ProfileId> members(List<KnownEvent> events) {
    return events.stream().flatMap(one -> one.about().stream()).collect(Collectors.toSet());
  }

  /**
   * Has to be called behind all events of a unit, when everything is locked that it is about.
   *
   * @throws ConflictException if somebody was erased meanwhile; the unit is then run again
   */
  void end(Unit unit) {
    if (suppressions.refusesOneNow(unit, unit.newcomers())) {
      throw new ConflictException("somebody was erased while an event about them came in", null);
    }
  }

  /**
   * Has to be called before an event is set aside as it came; whether it is about somebody erased
   * is looked at again by {@link #end}.
   */
  void beforeSettingAside(Unit unit, Event event) {
    unit.tx().setAside().lockToAdd();
    unit.newcomer(prepared(unit, event));
  }

  /** Returns whether input that could not be read names somebody who was erased. */
  boolean namesErased(Unit unit, String raw) {
    unit.tx().setAside().lockToAdd();
    NamedIn named = new NamedIn(wiring.normalizer(), NamedIn.USUAL);
    return suppressions.names(unit, () -> named.identifiers(raw));
  }

  /** Returns the key under which a suppressed event is set aside. */
  String suppressedKey(Unit unit, Event event) {
    return suppressions.setAsideKey(unit, event);
  }

  private static Optional<IngestResult> refused(Unit unit, Event event, boolean reused) {
    if (reused) {
      return Optional.of(
          new IngestResult.Rejected(
              ReasonCode.MESSAGE_ID_REUSED,
              "messageId",
              "was used before by this source for an event with another content"));
    }
    if (event.time().isAfter(unit.now().plus(AHEAD))) {
      return Optional.of(
          new IngestResult.Rejected(
              ReasonCode.TIMESTAMP_RANGE, "timestamp", "more than 24 hours in the future"));
    }
    return event.time().isBefore(EventQuery.MIN)
        ? Optional.of(
            new IngestResult.Rejected(
                ReasonCode.TIMESTAMP_RANGE, "timestamp", "before " + EventQuery.MIN))
        : Optional.empty();
  }

  private static IngestResult repeated(Unit unit, KnownEvent known) {
    ProfileId root =
        known
            .about()
            .flatMap(id -> unit.tx().profiles().find(Set.of(id)).stream().findFirst())
            .map(Member::root)
            .orElse(null);
    return new IngestResult.Duplicate(root);
  }

  /** Suppression comes first: what is refused for another reason is set aside as it came. */
  private IngestResult accept(Unit unit, Event event, String hash, boolean reused) {
    Prepared prepared = prepared(unit, event);
    if (suppressions.refuses(unit, prepared)) {
      return new IngestResult.Rejected(
          ReasonCode.SUPPRESSED, "identifiers", "it is about somebody who was erased");
    }
    Optional<IngestResult> otherwise = refused(unit, event, reused);
    if (otherwise.isPresent()) {
      return otherwise.get();
    }
    Map<String, ReasonCode> refused = prepared.refused();
    if (prepared.keys().isEmpty() && prepared.fields().isEmpty()) {
      append(unit, event, null, hash, refused);
      return new IngestResult.Accepted(null, refused);
    }
    Birth birth = registry.place(unit, event, prepared.keys(), prepared.fields());
    if (birth.regrouping() != null) {
      unit.newcomer(prepared);
    }
    append(unit, event, birth.member().id(), hash, refused);
    Announcements.accepted(unit, event, birth, wiring.survivorship());
    evaluate(unit, event, birth);
    return new IngestResult.Accepted(birth.resolution(), setAside(birth, refused));
  }

  /** What joins nobody is told to whoever brought it first, and not kept: it may join yet. */
  private static Map<String, ReasonCode> setAside(Birth birth, Map<String, ReasonCode> refused) {
    Map<String, ReasonCode> all = new TreeMap<>(refused);
    if (birth.regrouping() != null) {
      birth.regrouping().setAside().stream()
          .filter(key -> birth.member().identifiers().contains(key.identifier()))
          .forEach(key -> all.put(key.identifier().toString(), key.code()));
    }
    return all;
  }

  private void evaluate(Unit unit, Event event, Birth birth) {
    Regrouping regrouping = birth.regrouping();
    if (regrouping == null) {
      segments.evaluate(unit, birth.cluster(), unit.present(), Change.of(event));
    } else {
      segments.evaluate(unit, birth.cluster(), unit.present(), Change.everything());
      segments.regrouped(unit, regrouping, birth.member().root());
    }
  }

  private static void append(
      Unit unit,
      Event event,
      @Nullable ProfileId member,
      String hash,
      Map<String, ReasonCode> refused) {
    Map<String, String> reasons = new TreeMap<>();
    refused.forEach((identifier, code) -> reasons.put(identifier, code.name()));
    unit.tx().events().append(new StoredEvent(event, member, unit.now(), hash, reasons));
    if (member != null) {
      unit.folds().appended(member, event);
    }
  }

  private Prepared prepared(Unit unit, Event event) {
    return unit.prepared(event, this::prepare);
  }

  /** Returns an event with what it says about who it is, normalised. */
  Prepared prepare(Event event) {
    Map<String, ReasonCode> refused = new TreeMap<>();
    List<Identifier> keys = keys(event, refused);
    return new Prepared(event, keys, fields(event), refused);
  }

  private static Map<String, String> fields(Event event) {
    return event.type() == EventType.GROUP ? Map.of() : MatchFields.from(event.traits());
  }

  private List<Identifier> keys(Event event, Map<String, ReasonCode> refused) {
    Set<Identifier> given = new TreeSet<>(event.identifiers());
    if (event.type() != EventType.GROUP) {
      given.addAll(MatchFields.identifiers(event.traits()));
    }
    Set<Identifier> keys = new TreeSet<>();
    for (Identifier identifier : given) {
      Normalized normalized = wiring.normalizer().normalize(identifier);
      if (normalized instanceof Normalized.Key key) {
        keys.add(key.identifier());
      } else if (normalized instanceof Normalized.SetAside aside) {
        refused.put(identifier.toString(), aside.code());
      }
    }
    return List.copyOf(keys);
  }
}
