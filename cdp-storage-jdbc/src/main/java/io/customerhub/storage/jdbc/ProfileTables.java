package io.customerhub.storage.jdbc;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ProfileCatalog;
import io.customerhub.spi.ProfileStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Members and who holds which identifier, safe against concurrent transactions.
 *
 * <p>It remembers what this transaction first saw of each identifier: what it locks follows from
 * that, so a later look must not hide that somebody came in between. Where it saw no holder, adding
 * the identifier decides by its unique key who was first. Where it saw holders, their roots are
 * locked by whoever adds another, so that comparing once more under the lock is enough.
 */
final class ProfileTables implements ProfileStore, ProfileCatalog {

  private static final int LOOKS = 10;

  private final Sql sql;
  private final MemberTable members;
  private final IdentifierTables identifiers;
  private final Map<Identifier, Set<ProfileId>> seen = new HashMap<>();
  private final Set<ProfileId> locked = new HashSet<>();

  ProfileTables(Sql sql, String tenant) {
    this.sql = sql;
    this.members = new MemberTable(sql, tenant);
    this.identifiers = new IdentifierTables(sql, tenant);
  }

  @Override
  public List<Member> find(Set<ProfileId> ids) {
    return sorted(members.find(ids));
  }

  @Override
  public Optional<Member> findByRecord(String record) {
    return members.findByRecord(record);
  }

  @Override
  public List<Member> findByRecords(Set<String> records) {
    return sorted(members.findByRecords(records));
  }

  @Override
  public List<Member> holding(Set<Identifier> wanted) {
    List<Member> holders = sorted(members.holding(wanted));
    Set<Identifier> unseen = new HashSet<>(wanted);
    unseen.removeAll(seen.keySet());
    unseen.forEach(one -> seen.put(one, new HashSet<>()));
    holders.forEach(member -> see(member, unseen));
    return holders;
  }

  @Override
  public Set<Identifier> crowded(Set<Identifier> wanted, int most) {
    return identifiers.crowded(wanted, most);
  }

  @Override
  public List<Member> clusters(Set<ProfileId> roots) {
    return sorted(members.ofRoots(roots));
  }

  @Override
  public List<Member> lock(SortedSet<ProfileId> roots) {
    lockUnlocked(roots);
    List<Member> found = clusters(roots);
    requireRoots(roots, found);
    return found;
  }

  @Override
  public List<Member> lockHolders(Set<Identifier> wanted) {
    for (int look = 0; look < LOOKS; look++) {
      List<Member> holders = sorted(members.holding(wanted));
      if (!lockUnlocked(holders.stream().map(Member::root).toList())) {
        wanted.forEach(one -> seen.put(one, new HashSet<>()));
        holders.forEach(member -> see(member, wanted));
        return holders;
      }
    }
    throw sql.conflict("other transactions kept changing who holds the identifiers");
  }

  @Override
  public SortedSet<ProfileId> lockAgainstRemoval(SortedSet<ProfileId> wanted) {
    return new TreeSet<>(members.keep(wanted));
  }

  /** Returns whether one was not locked yet. */
  private boolean lockUnlocked(Collection<ProfileId> roots) {
    SortedSet<ProfileId> unlocked = new TreeSet<>(roots);
    unlocked.removeAll(locked);
    members.lock(unlocked);
    return locked.addAll(unlocked);
  }

  private void see(Member holder, Set<Identifier> wanted) {
    holder.identifiers().stream()
        .filter(wanted::contains)
        .forEach(one -> seen.computeIfAbsent(one, key -> new HashSet<>()).add(holder.id()));
  }

  @Override
  public void insert(Member member) {
    insertAll(List.of(member));
  }

  @Override
  public void insertAll(Collection<Member> newborns) {
    newborns.forEach(ProfileTables::requireNew);
    boolean[] inserted = members.insertAll(newborns);
    int i = 0;
    for (Member member : newborns) {
      if (!inserted[i++]) {
        throw known(member);
      }
    }
    SortedSet<Identifier> own = new TreeSet<>();
    newborns.forEach(member -> own.addAll(member.identifiers()));
    claimUnheld(own);
    requireAsSeen(own);
    identifiers.hold(newborns);
    newborns.forEach(member -> see(member, seen.keySet()));
  }

  @Override
  public void reindex(Collection<Member> known) {
    SortedSet<Identifier> own = new TreeSet<>();
    known.forEach(member -> own.addAll(member.identifiers()));
    identifiers.claim(List.copyOf(own));
    identifiers.hold(known);
    known.forEach(member -> see(member, seen.keySet()));
  }

  private static void requireNew(Member member) {
    if (member.version() != 0) {
      throw new IllegalArgumentException("version: " + member.version() + ", expected 0");
    }
  }

  @Override
  public void save(Collection<Member> changed) {
    members.save(changed);
  }

  @Override
  public List<ProfileId> roots(@Nullable ProfileId after, int limit) {
    return after == null ? members.roots(limit) : members.rootsAfter(after, limit);
  }

  @Override
  public long countRoots() {
    return members.countRoots();
  }

  @Override
  public long countMembers() {
    return members.count();
  }

  private RuntimeException known(Member member) {
    return members.has(member.id())
        ? new IllegalArgumentException("member " + member.id() + " is known")
        : sql.conflict("the record of member " + member.id() + " is known");
  }

  private void claimUnheld(SortedSet<Identifier> own) {
    List<Identifier> unheld =
        own.stream().filter(one -> seen.getOrDefault(one, Set.of()).isEmpty()).toList();
    if (identifiers.claim(unheld).stream().anyMatch(seen::containsKey)) {
      throw sql.conflict("another transaction was first to add an identifier");
    }
  }

  private void requireAsSeen(SortedSet<Identifier> own) {
    List<Identifier> held =
        own.stream().filter(one -> !seen.getOrDefault(one, Set.of()).isEmpty()).toList();
    boolean added =
        identifiers.holders(held).entrySet().stream()
            .anyMatch(
                now -> !seen.getOrDefault(now.getKey(), Set.of()).containsAll(now.getValue()));
    if (added) {
      throw sql.conflict("another transaction added a holder of an identifier");
    }
  }

  private void requireRoots(SortedSet<ProfileId> roots, List<Member> found) {
    Set<ProfileId> still = found.stream().map(Member::root).collect(Collectors.toSet());
    for (ProfileId root : roots) {
      if (!still.contains(root)) {
        throw sql.conflict("profile " + root + " is no longer a root");
      }
    }
  }

  private static List<Member> sorted(List<Member> members) {
    Map<ProfileId, Member> byId = new TreeMap<>();
    members.forEach(member -> byId.put(member.id(), member));
    return List.copyOf(byId.values());
  }
}
