package io.customerhub.engine;

import io.customerhub.destination.News;
import io.customerhub.event.Event;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.SetAsideKey;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.Redo;
import io.customerhub.spi.Suppression;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of one transaction. Confined to its thread. */
final class Unit {

  private final Transaction tx;
  private final Wiring wiring;
  private final Instant now;
  private final @Nullable BufferedTransaction buffer;
  private final List<DomainEvent> news = new ArrayList<>();
  private final Map<String, Optional<Suppression>> suppressions = new HashMap<>();
  private final IdentityHashMap<Event, Prepared> prepared = new IdentityHashMap<>();
  private final Map<ProfileId, MatchRecord> compared = new HashMap<>();
  private final Map<String, Draft> drafts = new HashMap<>();
  private final Map<String, List<SetAsideKey>> setAside = new HashMap<>();
  private final List<Redo> asked = new ArrayList<>();
  private final SortedSet<ProfileId> mentioned = new TreeSet<>();
  private final List<Prepared> newcomers = new ArrayList<>();
  private final List<Waiting> newborns = new ArrayList<>();
  private Optional<String> secret = Optional.empty();
  private boolean secretAsked;
  private final List<News> announced = new ArrayList<>();
  private @Nullable Instant heldUntil;
  private @Nullable Map<String, String> declared;
  private @Nullable Definitions definitions;
  private final Map<ProfileId, Map<String, Optional<Object>>> shown = new HashMap<>();
  private final UnitFolds folds = new UnitFolds(this);

  Unit(Transaction tx, Wiring wiring, Instant now) {
    this(tx, wiring, now, null);
  }

  private Unit(Transaction tx, Wiring wiring, Instant now, @Nullable BufferedTransaction buffer) {
    this.tx = tx;
    this.wiring = wiring;
    this.now = now;
    this.buffer = buffer;
  }

  /** Returns a unit that reads ahead for many events and writes at its end. */
  static Unit buffered(Transaction tx, Wiring wiring, Instant now) {
    BufferedTransaction buffer = new BufferedTransaction(tx);
    return new Unit(buffer, wiring, now, buffer);
  }

  /** Returns what reads ahead, if this unit does. */
  Optional<BufferedTransaction> buffer() {
    return Optional.ofNullable(buffer);
  }

  Transaction tx() {
    return tx;
  }

  Instant now() {
    return now;
  }

  /**
   * Returns the instant at which conditions are evaluated: right after the clock's microsecond.
   * Windows end before the instant they are looked at, and what happened just now has to count.
   */
  Instant present() {
    return now.plusNanos(1_000);
  }

  /** Returns the suppressions of fingerprints; each is looked up once in this unit. */
  List<Suppression> suppressions(Set<String> fingerprints) {
    Set<String> unseen = new TreeSet<>(fingerprints);
    unseen.removeAll(suppressions.keySet());
    if (!unseen.isEmpty()) {
      unseen.forEach(fingerprint -> suppressions.put(fingerprint, Optional.empty()));
      tx.suppressions()
          .find(unseen)
          .forEach(one -> suppressions.put(one.fingerprint(), Optional.of(one)));
    }
    return fingerprints.stream()
        .flatMap(one -> suppressions.getOrDefault(one, Optional.empty()).stream())
        .toList();
  }

  /** Returns the stored secret of the suppressions; it is looked up once in this unit. */
  Optional<String> suppressionSecret() {
    if (!secretAsked) {
      secret = tx.suppressions().secret();
      secretAsked = true;
    }
    return secret;
  }

  /** Returns an event as prepared before in this unit, else as prepared now. */
  Prepared prepared(Event event, Function<Event, Prepared> prepare) {
    return prepared.computeIfAbsent(event, prepare);
  }

  /** Returns a draft made before in this unit, else one made now. */
  Draft draft(String record, Supplier<Draft> make) {
    return drafts.computeIfAbsent(record, known -> make.get());
  }

  /** Returns what joins nobody of a newborn's keys; it is looked up once, before the birth. */
  List<SetAsideKey> setAside(String record, Supplier<List<SetAsideKey>> look) {
    return setAside.computeIfAbsent(record, known -> look.get());
  }

  /** Returns a member as it is compared, prepared once in this unit: its record never changes. */
  MatchRecord compared(Member member, Function<Member, MatchRecord> prepare) {
    return compared.computeIfAbsent(member.id(), id -> prepare.apply(member));
  }

  /** Writes down what a person did. */
  void audit(
      AuditEntry.Action action, Collection<ProfileId> profiles, String actor, String reason) {
    tx.audit()
        .append(new AuditEntry(nextId(), action, new TreeSet<>(profiles), actor, reason, now));
  }

  UUID nextId() {
    return wiring.ids().next();
  }

  /**
   * Locks profiles and returns their members. What was read to find the profiles may have changed
   * until they were locked: a member may have moved to another profile while its old one lives on.
   *
   * @param needed members that have to be among those locked
   * @throws ConflictException if one of them has moved; the unit is then run again
   */
  List<Member> lock(SortedSet<ProfileId> roots, Collection<ProfileId> needed) {
    List<Member> locked = tx.profiles().lock(roots);
    Set<ProfileId> ids = new HashSet<>();
    locked.forEach(member -> ids.add(member.id()));
    if (!ids.containsAll(needed)) {
      throw new ConflictException("a member moved to another profile before it was locked", null);
    }
    return locked;
  }

  /** Remembers news for the listeners; they get it after the commit, in this order. */
  void tell(DomainEvent event) {
    if (news.isEmpty() && !wiring.listeners().isEmpty()) {
      tx.afterCommit(() -> Listeners.tell(wiring.listeners(), news));
    }
    news.add(event);
    announce(Announcements.of(event));
  }

  /** Returns whether a destination is told news of a kind, which need not be made otherwise. */
  boolean isWanted(NewsKind kind) {
    return wiring.outbox().wants(kind);
  }

  /** Remembers news for destinations; it is written at the end, in this order. */
  void announce(News one) {
    if (isWanted(one.kind())) {
      announced.add(one);
    }
  }

  /** Lets the news of this unit wait until an instant. */
  void holdNews(Instant until) {
    heldUntil = until;
  }

  /** Asks for a member to be compared with others once more; the request is written at the end. */
  UUID redo(ProfileId member, Redo.Reason reason) {
    Redo request = new Redo(nextId(), member, reason, now);
    asked.add(request);
    return request.id();
  }

  /** Notes a newborn, which others that are born meanwhile cannot see before this has committed. */
  void born(ProfileId member, Neighbourhood around) {
    if (!tx.isSerial() && !around.keys().keys().isEmpty()) {
      newborns.add(new Waiting(member, Set.of(redo(member, Redo.Reason.BORN)), around));
    }
  }

  /** Notes an event that a member was born for, or that is set aside as it came. */
  void newcomer(Prepared event) {
    newcomers.add(event);
  }

  /** Returns the events by which somebody erased would come back. */
  List<Prepared> newcomers() {
    return newcomers;
  }

  /** Writes what was asked for and announced; has to be called behind all work. */
  void end() {
    if (buffer != null) {
      buffer.flush();
    }
    if (!announced.isEmpty()) {
      wiring.outbox().write(tx, wiring.ids(), announced, heldUntil == null ? now : heldUntil);
    }
    if (!asked.isEmpty()) {
      tx.redo().add(asked);
    }
    if (!mentioned.isEmpty()) {
      requireMentioned();
    }
  }

  /** Returns the newborns that have to be looked at again. */
  List<Waiting> newborns() {
    return newborns;
  }

  /** Returns what was asked for to be done once more. */
  List<Redo> asked() {
    return asked;
  }

  /** Returns what is defined about everybody, as this transaction sees it. */
  Definitions definitions() {
    if (definitions == null) {
      definitions = new Definitions(this);
    }
    return definitions;
  }

  /** Returns the events of people in sum. */
  UnitFolds folds() {
    return folds;
  }

  /** Returns what was noted of watched traits before a change, by profile. */
  Map<ProfileId, Map<String, Optional<Object>>> shown() {
    return shown;
  }

  /** Returns what people declared of identifiers; it is looked up once in this unit. */
  Map<String, String> declared(Supplier<Map<String, String>> read) {
    if (declared == null) {
      declared = read.get();
    }
    return declared;
  }

  void forgetDeclared() {
    declared = null;
  }

  /** Has what is defined read anew, as it was changed. */
  void forgetSegments() {
    definitions = null;
  }

  /** Notes members that this unit writes of though it has not locked their profiles. */
  void mention(Collection<ProfileId> members) {
    mentioned.addAll(members);
  }

  /** Last of all: whoever erases one of them now waits for the commit, and then finds it. */
  private void requireMentioned() {
    if (tx.profiles().lockAgainstRemoval(mentioned).size() < mentioned.size()) {
      throw new ConflictException("somebody was erased while something was written of them", null);
    }
  }
}
