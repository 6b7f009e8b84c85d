package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.identity.Normalized;
import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.Transaction;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks up people. Every call reads one consistent state. Thread-safe. */
public final class Profiles {

  private final Wiring wiring;
  private final Units units;
  private final SegmentRuns runs;
  private final CachedProfiles cached;

  Profiles(
      Wiring wiring,
      Units units,
      SegmentRuns runs,
      Freshness freshness,
      CachedProfiles.Settings settings) {
    this.wiring = wiring;
    this.units = units;
    this.runs = runs;
    this.cached =
        new CachedProfiles(this, freshness, wiring.normalizer(), wiring.clock(), settings);
  }

  /** Returns the same look-ups of one, which remember their answers. */
  public CachedProfiles cached() {
    return cached;
  }

  /**
   * What was read.
   *
   * @param partOfHosts whether a transaction of the host read it, which may not have committed it
   */
  record Read(List<Profile> profiles, boolean partOfHosts) {}

  /**
   * Returns the profile that holds an identifier, given in any form that the identity rules accept.
   *
   * @return the profile; empty if nobody holds the identifier, if it is a placeholder or malformed,
   *     or if several people share it (see {@link #findAll})
   */
  public Optional<Profile> find(Identifier identifier) {
    List<Profile> all = findAll(identifier);
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Returns every profile that holds an identifier, such as a family's phone; sorted by id. */
  public List<Profile> findAll(Identifier identifier) {
    return readAll(identifier).profiles();
  }

  Read readAll(Identifier identifier) {
    return wiring.normalizer().normalize(identifier) instanceof Normalized.Key key
        ? read(unit -> unit.tx().profiles().holding(Set.of(key.identifier())))
        : new Read(List.of(), false);
  }

  private Read read(Function<Unit, List<Member>> members) {
    return units.run(unit -> new Read(views(unit, members.apply(unit)), unit.tx().isPartOfHosts()));
  }

  /** Returns the profile that an id belongs to now: its own, or that into which it was merged. */
  public Optional<Profile> get(ProfileId id) {
    return read(id).profiles().stream().findFirst();
  }

  Read read(ProfileId id) {
    return read(unit -> unit.tx().profiles().find(Set.of(id)));
  }

  /**
   * Returns profiles in ascending order of id.
   *
   * @param after the last id of the page before; null for the first page
   * @param limit the most profiles to return, at least 1
   */
  public List<Profile> list(@Nullable ProfileId after, int limit) {
    return units.run(
        unit ->
            ofRoots(unit, new TreeSet<>(unit.tx().catalog().roots(after, Checks.limit(limit)))));
  }

  /** Returns how many profiles there are. */
  public long count() {
    return wiring.storage().inTransaction(tx -> tx.catalog().countRoots());
  }

  /**
   * Returns the latest events of the profile that an id belongs to, newest first.
   *
   * @param limit the most events to return, at least 1
   */
  public List<StoredEvent> events(ProfileId id, int limit) {
    return wiring
        .storage()
        .inTransaction(
            tx ->
                tx.events()
                    .read(
                        new EventQuery(
                            members(tx, id), null, EventQuery.MIN, EventQuery.MAX, true, limit)));
  }

  /**
   * Returns all ids of the profile that an id belongs to, for reading what was born under any of
   * them; just the id itself if it is unknown.
   */
  public static SortedSet<ProfileId> members(Transaction tx, ProfileId id) {
    SortedSet<ProfileId> ids = new TreeSet<>(Set.of(id));
    for (Member member : tx.profiles().find(Set.of(id))) {
      tx.profiles().clusters(Set.of(member.root())).forEach(other -> ids.add(other.id()));
    }
    return ids;
  }

  private List<Profile> views(Unit unit, Collection<Member> members) {
    SortedSet<ProfileId> roots = new TreeSet<>();
    members.forEach(member -> roots.add(member.root()));
    return ofRoots(unit, roots);
  }

  private List<Profile> ofRoots(Unit unit, SortedSet<ProfileId> roots) {
    return Clustered.byRoot(unit.tx().profiles().clusters(roots)).values().stream()
        .map(cluster -> runs.view(unit, cluster))
        .sorted(Comparator.comparing(Profile::id))
        .toList();
  }
}
