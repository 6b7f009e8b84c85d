package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ProfileStore;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Notes the ids and identifiers of members that are locked or written. */
record WatchedProfiles(ProfileStore store, BitSet noted) implements ProfileStore {

  private void note(Object about) {
    noted.set(Freshness.stripe(about));
  }

  private void note(Member member) {
    note(member.id());
    note(member.root());
    member.identifiers().forEach(this::note);
  }

  @Override
  public List<Member> find(Set<ProfileId> ids) {
    return store.find(ids);
  }

  @Override
  public Optional<Member> findByRecord(String record) {
    return store.findByRecord(record);
  }

  @Override
  public List<Member> findByRecords(Set<String> records) {
    return store.findByRecords(records);
  }

  @Override
  public List<Member> holding(Set<Identifier> identifiers) {
    return store.holding(identifiers);
  }

  @Override
  public Set<Identifier> crowded(Set<Identifier> identifiers, int most) {
    return store.crowded(identifiers, most);
  }

  @Override
  public List<Member> clusters(Set<ProfileId> roots) {
    return store.clusters(roots);
  }

  /** A root that is locked may be given to another before it is saved. */
  @Override
  public List<Member> lock(SortedSet<ProfileId> roots) {
    roots.forEach(this::note);
    return store.lock(roots);
  }

  @Override
  public List<Member> lockHolders(Set<Identifier> identifiers) {
    List<Member> locked = store.lockHolders(identifiers);
    locked.forEach(member -> note(member.root()));
    return locked;
  }

  @Override
  public SortedSet<ProfileId> lockAgainstRemoval(SortedSet<ProfileId> members) {
    return store.lockAgainstRemoval(members);
  }

  @Override
  public void insert(Member member) {
    note(member);
    store.insert(member);
  }

  @Override
  public void insertAll(Collection<Member> members) {
    members.forEach(this::note);
    store.insertAll(members);
  }

  @Override
  public void save(Collection<Member> members) {
    members.forEach(this::note);
    store.save(members);
  }

  @Override
  public void reindex(Collection<Member> members) {
    members.forEach(this::note);
    store.reindex(members);
  }
}
