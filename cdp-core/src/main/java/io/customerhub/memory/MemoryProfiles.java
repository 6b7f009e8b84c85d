package io.customerhub.memory;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.ProfileStore;
import io.customerhub.spi.StaleWriteException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members by id, record, identifier and root. */
final class MemoryProfiles implements ProfileStore {

  /** Sorted by root, for the catalog. */
  private final NavigableMap<ProfileId, NavigableSet<ProfileId>> roots = new TreeMap<>();

  private final Table<ProfileId, Member> members;
  private final Table<String, ProfileId> byRecord;
  private final Index<Identifier, ProfileId> byIdentifier;
  private final Index<ProfileId, ProfileId> byRoot;

  MemoryProfiles(UndoLog undo) {
    members = new Table<>(new HashMap<>(), undo);
    byRecord = new Table<>(new HashMap<>(), undo);
    byIdentifier = new Index<>(new HashMap<>(), Comparator.naturalOrder(), undo);
    byRoot = new Index<>(roots, Comparator.naturalOrder(), undo);
  }

  NavigableMap<ProfileId, NavigableSet<ProfileId>> roots() {
    return roots;
  }

  long count() {
    return members.rows().size();
  }

  @Override
  public List<Member> find(Set<ProfileId> ids) {
    return rows(ids.stream().sorted());
  }

  @Override
  public Optional<Member> findByRecord(String record) {
    return Optional.ofNullable(byRecord.get(record)).map(members::get);
  }

  @Override
  public List<Member> holding(Set<Identifier> identifiers) {
    return rows(byIdentifier.ofAny(identifiers).stream());
  }

  @Override
  public Set<Identifier> crowded(Set<Identifier> identifiers, int most) {
    return identifiers.stream()
        .filter(identifier -> byIdentifier.of(identifier).size() > most)
        .collect(Collectors.toSet());
  }

  @Override
  public List<Member> clusters(Set<ProfileId> roots) {
    return rows(byRoot.ofAny(roots).stream());
  }

  @Override
  public List<Member> lock(SortedSet<ProfileId> roots) {
    roots.forEach(this::requireRoot);
    return clusters(roots);
  }

  /** There is one writer: nobody else changes who holds what. */
  @Override
  public List<Member> lockHolders(Set<Identifier> identifiers) {
    return holding(identifiers);
  }

  @Override
  public SortedSet<ProfileId> lockAgainstRemoval(SortedSet<ProfileId> wanted) {
    return wanted.stream().filter(members::has).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void insert(Member member) {
    if (member.version() != 0 || members.has(member.id())) {
      throw new IllegalArgumentException(
          "member " + member.id() + " is known or not of version 0: " + member.version());
    }
    if (byRecord.has(member.record())) {
      throw new ConflictException("the record of member " + member.id() + " is known", null);
    }
    members.put(member.id(), member);
    byRecord.put(member.record(), member.id());
    byRoot.add(member.root(), member.id());
    member.identifiers().forEach(identifier -> byIdentifier.add(identifier, member.id()));
  }

  @Override
  public void reindex(Collection<Member> known) {
    for (Member member : known) {
      member.identifiers().stream()
          .filter(identifier -> !byIdentifier.of(identifier).contains(member.id()))
          .forEach(identifier -> byIdentifier.add(identifier, member.id()));
    }
  }

  @Override
  public void save(Collection<Member> changed) {
    changed.forEach(this::save);
  }

  /** Removes a member; returns how many of its identifiers nobody holds any more. */
  long remove(Member member) {
    members.remove(member.id());
    byRecord.remove(member.record());
    byRoot.remove(member.root(), member.id());
    List<Identifier> held = member.identifiers().stream().distinct().toList();
    held.forEach(identifier -> byIdentifier.remove(identifier, member.id()));
    return held.stream().filter(identifier -> byIdentifier.of(identifier).isEmpty()).count();
  }

  private void save(Member member) {
    Member stored = current(member);
    members.put(
        member.id(),
        stored
            .withRoot(member.root())
            .withFacts(member.claims(), member.activity())
            .withVersion(stored.version() + 1));
    if (!stored.root().equals(member.root())) {
      byRoot.remove(stored.root(), member.id());
      byRoot.add(member.root(), member.id());
    }
  }

  private Member current(Member member) {
    Member stored = members.get(member.id());
    if (stored == null || stored.version() != member.version()) {
      throw new StaleWriteException(
          "member " + member.id(), member.version(), stored == null ? -1 : stored.version());
    }
    return stored;
  }

  private void requireRoot(ProfileId id) {
    if (!roots.containsKey(id)) {
      throw new ConflictException("profile " + id + " is no longer a root", null);
    }
  }

  private List<Member> rows(Stream<ProfileId> ids) {
    return ids.map(members::get).filter(Objects::nonNull).toList();
  }
}
