package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.Suppression;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps erased people out. What they are known by is kept as {@link Fingerprints}:
 *
 * <ul>
 *   <li>identifiers that nobody else holds: whatever names one is refused;
 *   <li>of a record that has no such identifier: the record, word for word, if something is said of
 *       the person beside the identifiers, and else each of its events.
 * </ul>
 */
final class Suppressions {

  private final Wiring wiring;
  private final @Nullable Fingerprints ofHost;
  private volatile @Nullable Fingerprints stored;

  Suppressions(Wiring wiring) {
    this.wiring = wiring;
    this.ofHost =
        wiring.suppressionSecret() == null ? null : new Fingerprints(wiring.suppressionSecret());
  }

  /** Returns whether an event would bring back somebody erased, as far as this unit has looked. */
  boolean refuses(Unit unit, Prepared one) {
    return seen(unit)
        .map(hash -> refuses(unit.suppressions(of(hash, one)), one.event().time()))
        .orElse(false);
  }

  /** Looks again, past what this unit has seen: somebody may have been erased since. */
  boolean refusesOneNow(Unit unit, Collection<Prepared> events) {
    return !events.isEmpty()
        && fingerprints(unit).map(hash -> refusesOne(unit, hash, events)).orElse(false);
  }

  private static boolean refusesOne(Unit unit, Fingerprints hash, Collection<Prepared> events) {
    Set<String> all = new TreeSet<>();
    events.forEach(one -> all.addAll(of(hash, one)));
    List<Suppression> found = find(unit, all);
    return !found.isEmpty() && events.stream().anyMatch(one -> refuses(found, hash, one));
  }

  private static boolean refuses(List<Suppression> all, Fingerprints hash, Prepared one) {
    Set<String> own = of(hash, one);
    List<Suppression> found =
        all.stream().filter(suppression -> own.contains(suppression.fingerprint())).toList();
    return refuses(found, one.event().time());
  }

  /** Returns whether any of the identifiers is suppressed for ever or was until a time. */
  boolean names(Unit unit, Supplier<? extends Collection<Identifier>> identifiers) {
    return fingerprints(unit)
        .map(hash -> !find(unit, of(hash, identifiers.get())).isEmpty())
        .orElse(false);
  }

  /** Returns whether events that name an identifier are refused at an instant. */
  boolean refuses(Unit unit, Identifier identifier, Instant at) {
    return fingerprints(unit)
        .map(hash -> refuses(find(unit, Set.of(hash.of(identifier))), at))
        .orElse(false);
  }

  /** Looks up what several events are known by in one go; they are then not looked up again. */
  void preload(Unit unit, Collection<Prepared> events) {
    seen(unit)
        .ifPresent(
            hash -> {
              Set<String> all = new TreeSet<>();
              events.forEach(one -> all.addAll(of(hash, one)));
              unit.suppressions(all);
            });
  }

  /** Returns the key under which a refused event is set aside: nothing of it can be read there. */
  String setAsideKey(Unit unit, Event event) {
    return "suppressed-" + fingerprints(unit).orElseThrow().of(EventKey.of(event));
  }

  /**
   * Suppresses what erased members were known by.
   *
   * @param own the identifiers that nobody else holds
   * @return how many fingerprints were added
   */
  long suppress(Unit unit, List<Member> erased, Set<Identifier> own) {
    Fingerprints hash = fingerprintsOrNew(unit);
    Set<String> all = new TreeSet<>();
    own.forEach(identifier -> all.add(hash.of(identifier)));
    for (Member member : erased) {
      if (member.identifiers().stream().noneMatch(own::contains)) {
        all.addAll(withoutOwn(unit, hash, member));
      }
    }
    List<Suppression> added = all.stream().map(one -> new Suppression(one, null)).toList();
    unit.tx().suppressions().put(added);
    return added.size();
  }

  /** Takes events that name an identifier from an instant on; returns whether they were refused. */
  boolean allow(Unit unit, Identifier identifier, Instant from) {
    Set<String> wanted =
        fingerprints(unit).map(hash -> Set.of(hash.of(identifier))).orElse(Set.of());
    List<Suppression> found = find(unit, wanted).stream().filter(one -> one.refuses(from)).toList();
    unit.tx()
        .suppressions()
        .put(found.stream().map(one -> new Suppression(one.fingerprint(), from)).toList());
    return !found.isEmpty();
  }

  private static Set<String> withoutOwn(Unit unit, Fingerprints hash, Member member) {
    if (!member.identifiers().isEmpty() && !member.fields().isEmpty()) {
      return Set.of(hash.of(member.identifiers(), member.fields()));
    }
    EventQuery all =
        new EventQuery(
            Set.of(member.id()), null, EventQuery.MIN, EventQuery.MAX, false, Integer.MAX_VALUE);
    Set<String> events = new TreeSet<>();
    for (StoredEvent stored : unit.tx().events().read(all)) {
      events.add(hash.of(EventKey.of(stored.event())));
    }
    unit.tx().retention().removed(Set.of(member.id())).forEach(key -> events.add(hash.of(key)));
    return events;
  }

  private static Set<String> of(Fingerprints hash, Prepared one) {
    Set<String> all = of(hash, one.keys());
    all.add(hash.of(EventKey.of(one.event())));
    if (!one.keys().isEmpty() && !one.fields().isEmpty()) {
      all.add(hash.of(one.keys(), one.fields()));
    }
    return all;
  }

  private static Set<String> of(Fingerprints hash, Collection<Identifier> identifiers) {
    Set<String> all = new TreeSet<>();
    identifiers.forEach(identifier -> all.add(hash.of(identifier)));
    return all;
  }

  private static boolean refuses(Collection<Suppression> found, Instant time) {
    return found.stream().anyMatch(one -> one.refuses(time));
  }

  private static List<Suppression> find(Unit unit, Set<String> fingerprints) {
    return new ArrayList<>(unit.tx().suppressions().find(fingerprints));
  }

  /** As {@link #fingerprints}, but that nobody was erased yet is asked once in a unit. */
  private Optional<Fingerprints> seen(Unit unit) {
    boolean known = ofHost != null || stored != null;
    return known || unit.suppressionSecret().isPresent() ? fingerprints(unit) : Optional.empty();
  }

  /** Without a secret nobody was erased yet. One of a transaction that may fail is not kept. */
  private Optional<Fingerprints> fingerprints(Unit unit) {
    Fingerprints known = ofHost == null ? stored : ofHost;
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Fingerprints> found = unit.tx().suppressions().secret().map(Fingerprints::new);
    found.ifPresent(hash -> unit.tx().afterCommit(() -> stored = hash));
    return found;
  }

  /** Two ids make the secret: whoever can read it here reads all the rest as well. */
  Fingerprints fingerprintsOrNew(Unit unit) {
    return fingerprints(unit)
        .orElseGet(
            () -> {
              String fresh = wiring.ids().next() + "/" + wiring.ids().next();
              return new Fingerprints(unit.tx().suppressions().secretOr(fresh));
            });
  }
}
