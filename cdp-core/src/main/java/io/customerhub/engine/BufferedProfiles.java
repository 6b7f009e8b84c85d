package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.ProfileStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Members of a batch: those it is about are read and locked together beforehand and written
 * together afterwards, each once however often it changed.
 *
 * <p>A profile that is locked is here whole. A member that was only read may have changed since:
 * whoever relies on its root locks it, and learns of it then.
 */
final class BufferedProfiles implements ProfileStore {

  private final ProfileStore store;
  private final Consumer<ProfileId> born;
  private final Clusters clusters = new Clusters();
  private final Map<ProfileId, Member> read = new HashMap<>();
  private final Map<String, Optional<ProfileId>> records = new HashMap<>();
  private final Map<Identifier, Set<ProfileId>> holders = new HashMap<>();
  private final Map<Identifier, Set<ProfileId>> ownHolders = new HashMap<>();

  /** How many hold an identifier at least, where not all of them were read. */
  private final Map<Identifier, Integer> atLeast = new HashMap<>();

  private final SortedSet<ProfileId> uninserted = new TreeSet<>();

  /** Unsaved members, with the version that is stored of them. */
  private final SortedMap<ProfileId, Long> unsaved = new TreeMap<>();

  /**
   * Creates one.
   *
   * @param born told of each member that begins here
   */
  BufferedProfiles(ProfileStore store, Consumer<ProfileId> born) {
    this.store = store;
    this.born = born;
  }

  /** Looks up members by their records at once, and returns those that are there. */
  List<Member> expect(Set<String> wanted) {
    wanted.forEach(record -> records.put(record, Optional.empty()));
    List<Member> found = store.findByRecords(wanted);
    found.forEach(member -> records.put(member.record(), Optional.of(member.id())));
    found.forEach(member -> read.put(member.id(), member));
    return found;
  }

  void flush() {
    if (!uninserted.isEmpty()) {
      store.insertAll(clusters.all(uninserted));
      uninserted.clear();
    }
    if (!unsaved.isEmpty()) {
      List<Member> changed =
          clusters.all(unsaved.keySet()).stream()
              .map(member -> member.withVersion(unsaved.getOrDefault(member.id(), 0L)))
              .toList();
      store.save(changed);
      changed.forEach(member -> clusters.put(member.withVersion(member.version() + 1)));
      unsaved.clear();
    }
  }

  @Override
  public List<Member> find(Set<ProfileId> ids) {
    Set<ProfileId> unread =
        ids.stream().filter(id -> current(id) == null).collect(Collectors.toSet());
    if (!unread.isEmpty()) {
      store.find(unread).forEach(member -> read.put(member.id(), member));
    }
    return members(ids);
  }

  @Override
  public Optional<Member> findByRecord(String record) {
    if (!records.containsKey(record)) {
      expect(Set.of(record));
    }
    return records
        .getOrDefault(record, Optional.empty())
        .flatMap(id -> Optional.ofNullable(current(id)));
  }

  @Override
  public List<Member> holding(Set<Identifier> identifiers) {
    Set<Identifier> unread = new HashSet<>(identifiers);
    unread.removeAll(holders.keySet());
    if (!unread.isEmpty()) {
      remember(unread, store.holding(unread));
    }
    Set<ProfileId> ids = new HashSet<>();
    for (Identifier identifier : identifiers) {
      ids.addAll(holders.getOrDefault(identifier, Set.of()));
      ids.addAll(ownHolders.getOrDefault(identifier, Set.of()));
    }
    return members(ids);
  }

  /** Of what is not crowded in the store, the holders are read: who asks may need them next. */
  @Override
  public Set<Identifier> crowded(Set<Identifier> identifiers, int most) {
    Set<Identifier> unread = new HashSet<>(identifiers);
    unread.removeAll(holders.keySet());
    unread.removeIf(identifier -> atLeast.getOrDefault(identifier, 0) > most);
    if (!unread.isEmpty()) {
      Set<Identifier> crowded = store.crowded(unread, most);
      crowded.forEach(identifier -> atLeast.merge(identifier, most + 1, Math::max));
      unread.removeAll(crowded);
      holding(unread);
    }
    return identifiers.stream()
        .filter(identifier -> atLeast.getOrDefault(identifier, 0) > most || held(identifier) > most)
        .collect(Collectors.toSet());
  }

  private int held(Identifier identifier) {
    Set<ProfileId> all = new HashSet<>(holders.getOrDefault(identifier, Set.of()));
    all.addAll(ownHolders.getOrDefault(identifier, Set.of()));
    return all.size();
  }

  @Override
  public List<Member> clusters(Set<ProfileId> roots) {
    Set<ProfileId> others = new HashSet<>(roots);
    others.removeIf(clusters::isLocked);
    SortedMap<ProfileId, Member> found = new TreeMap<>();
    if (!others.isEmpty()) {
      store.clusters(others).stream()
          .filter(member -> clusters.get(member.id()) == null)
          .forEach(member -> found.put(member.id(), member));
    }
    clusters.of(roots).forEach(member -> found.put(member.id(), member));
    return List.copyOf(found.values());
  }

  @Override
  public List<Member> lock(SortedSet<ProfileId> roots) {
    SortedSet<ProfileId> unlocked = new TreeSet<>(roots);
    unlocked.removeIf(clusters::isLocked);
    if (!unlocked.isEmpty()) {
      clusters.lock(unlocked, store.lock(unlocked));
    }
    for (ProfileId root : roots) {
      if (!clusters.isRoot(root)) {
        throw new ConflictException("profile " + root + " is no longer a root", null);
      }
    }
    return clusters.of(roots);
  }

  @Override
  public List<Member> lockHolders(Set<Identifier> identifiers) {
    flush();
    List<Member> found = store.lockHolders(identifiers);
    remember(identifiers, found);
    SortedSet<ProfileId> roots = new TreeSet<>();
    found.forEach(member -> roots.add(member.root()));
    lock(roots);
    return holding(identifiers);
  }

  @Override
  public SortedSet<ProfileId> lockAgainstRemoval(SortedSet<ProfileId> members) {
    flush();
    return store.lockAgainstRemoval(members);
  }

  @Override
  public void insert(Member member) {
    if (member.version() != 0 || current(member.id()) != null) {
      throw new IllegalArgumentException("member " + member.id() + " is known or was saved");
    }
    if (findByRecord(member.record()).isPresent()) {
      throw new ConflictException("the record of member " + member.id() + " is known", null);
    }
    records.put(member.record(), Optional.of(member.id()));
    for (Identifier identifier : member.identifiers()) {
      ownHolders.computeIfAbsent(identifier, key -> new HashSet<>()).add(member.id());
    }
    clusters.put(member);
    born.accept(member.id());
    uninserted.add(member.id());
  }

  @Override
  public void reindex(Collection<Member> members) {
    flush();
    store.reindex(members);
  }

  /** The versions tell nothing here: all that is saved is locked, or was never read before. */
  @Override
  public void save(Collection<Member> members) {
    for (Member member : members) {
      if (!uninserted.contains(member.id())) {
        Member was = current(member.id());
        unsaved.putIfAbsent(member.id(), was == null ? member.version() : was.version());
      }
      clusters.put(member);
    }
  }

  private void remember(Set<Identifier> identifiers, List<Member> found) {
    identifiers.forEach(identifier -> holders.put(identifier, new HashSet<>()));
    for (Member member : found) {
      read.put(member.id(), member);
      member.identifiers().stream()
          .filter(identifiers::contains)
          .forEach(one -> holders.getOrDefault(one, new HashSet<>()).add(member.id()));
    }
  }

  private @Nullable Member current(ProfileId id) {
    Member own = clusters.get(id);
    return own == null ? read.get(id) : own;
  }

  private List<Member> members(Set<ProfileId> ids) {
    return ids.stream().sorted().flatMap(id -> Optional.ofNullable(current(id)).stream()).toList();
  }
}
