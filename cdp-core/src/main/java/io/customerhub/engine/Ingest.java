package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.MatchFields;
import io.customerhub.identity.Normalized;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredForm;
import io.customerhub.trait.ClaimFold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes one event through all steps of its way, inside a unit. */
final class Ingest {

  /** How far in the future a source's clock may be. */
  private static final Duration AHEAD = Duration.ofHours(24);

  private final Wiring wiring;
  private final Registry registry;
  private final SegmentRuns segments;

  Ingest(Wiring wiring, Registry registry, SegmentRuns segments) {
    this.wiring = wiring;
    this.registry = registry;
    this.segments = segments;
  }

  IngestResult ingest(Unit unit, Event event) {
    if (event.time().isAfter(unit.now().plus(AHEAD))) {
      return new IngestResult.Rejected(
          ReasonCode.TIMESTAMP_RANGE, "timestamp", "more than 24 hours in the future");
    }
    if (event.time().isBefore(EventQuery.MIN)) {
      return new IngestResult.Rejected(
          ReasonCode.TIMESTAMP_RANGE, "timestamp", "before " + EventQuery.MIN);
    }
    String hash = StoredForm.hash(event);
    Optional<StoredEvent> known = unit.tx().events().find(event.source(), event.messageId());
    return known.isPresent() ? repeated(unit, known.get(), hash) : accept(unit, event, hash);
  }

  /** Locks all profiles that hold a key of several events, before any is changed. */
  void lockKnown(Unit unit, List<Event> events) {
    if (events.size() > 1) {
      Set<Identifier> keys = new TreeSet<>();
      events.forEach(event -> keys.addAll(keys(event, new TreeMap<>())));
      unit.tx().profiles().lockHolders(keys);
    }
  }

  private static IngestResult repeated(Unit unit, StoredEvent known, String hash) {
    if (!known.hash().equals(hash)) {
      return new IngestResult.Rejected(
          ReasonCode.MESSAGE_ID_REUSED,
          "messageId",
          "was used before by this source for an event with another content");
    }
    ProfileId root =
        known
            .about()
            .flatMap(id -> unit.tx().profiles().find(Set.of(id)).stream().findFirst())
            .map(Member::root)
            .orElse(null);
    return new IngestResult.Duplicate(root);
  }

  private IngestResult accept(Unit unit, Event event, String hash) {
    Map<String, ReasonCode> refused = new TreeMap<>();
    List<Identifier> keys = keys(event, refused);
    Map<String, String> fields =
        event.type() == EventType.GROUP ? Map.of() : MatchFields.from(event.traits());
    if (keys.isEmpty() && fields.isEmpty()) {
      append(unit, event, null, hash, refused);
      return new IngestResult.Accepted(null, refused);
    }
    Birth birth = registry.place(unit, event, keys, fields);
    append(unit, event, birth.member().id(), hash, refused);
    evaluate(unit, event, birth);
    return new IngestResult.Accepted(birth.resolution(), refused);
  }

  private void evaluate(Unit unit, Event event, Birth birth) {
    Regrouping regrouping = birth.regrouping();
    if (regrouping == null) {
      Change change = Change.of(ClaimFold.touched(event), Set.of(event.name()));
      segments.evaluate(unit, birth.cluster(), unit.present(), change);
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
