package io.customerhub.spi;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Keeps members: the records that facts are born under, and the profile each belongs to.
 *
 * <p>All lists are sorted by member id. Reads see the transaction's own writes.
 */
public interface ProfileStore {

  /** Returns the members with these ids; unknown ids are left out. */
  List<Member> find(Set<ProfileId> ids);

  /** Returns the member born for a record, by {@link Member#record()}. */
  Optional<Member> findByRecord(String record);

  /** Returns the members born for records; unknown records are left out. */
  default List<Member> findByRecords(Set<String> records) {
    return records.stream()
        .flatMap(record -> findByRecord(record).stream())
        .sorted(Comparator.comparing(Member::id))
        .toList();
  }

  /** Returns every member that holds any of the identifiers, given in normalised form. */
  List<Member> holding(Set<Identifier> identifiers);

  /**
   * Returns those identifiers, given in normalised form, that more than so many members hold. What
   * it costs does not grow with how many more.
   *
   * @param most at least 1
   */
  Set<Identifier> crowded(Set<Identifier> identifiers, int most);

  /** Returns every member whose root is one of these. */
  List<Member> clusters(Set<ProfileId> roots);

  /**
   * Locks profiles against concurrent change until the transaction ends, and returns their members
   * as they are now. Ids are locked in ascending order; a store with a single writer has nothing to
   * do but read.
   *
   * @throws ConflictException if one of the ids is no longer a root
   */
  List<Member> lock(SortedSet<ProfileId> roots);

  /**
   * Locks the profiles of all who hold any of the identifiers, given in normalised form, until the
   * transaction ends, and returns these holders; for work on many of them, before anything else.
   * Where others change who they are meanwhile, it looks again.
   *
   * @throws ConflictException if they keep changing
   */
  List<Member> lockHolders(Set<Identifier> identifiers);

  /**
   * Keeps members from being removed until the transaction ends, and returns those that are there;
   * a store with a single writer has nothing to do but look. For whoever writes of members without
   * having locked their profiles, which others may go on changing. Where another transaction is
   * removing one, it waits for what becomes of that.
   */
  SortedSet<ProfileId> lockAgainstRemoval(SortedSet<ProfileId> members);

  /**
   * Adds a member.
   *
   * @throws ConflictException if its record is known, or another transaction added a holder of one
   *     of its identifiers since this one first looked
   * @throws IllegalArgumentException if its id is taken or its version is not 0
   */
  void insert(Member member);

  /**
   * Adds members, in one trip where the store can.
   *
   * @throws ConflictException as {@link #insert} does
   * @throws IllegalArgumentException as {@link #insert} does
   */
  default void insertAll(Collection<Member> members) {
    members.forEach(this::insert);
  }

  /**
   * Sees to it that members are found by each of their identifiers, as they are since they were
   * inserted unless the store lost something.
   */
  void reindex(Collection<Member> members);

  /**
   * Saves root, claims and activity of members; each gets the next version. The other components
   * never change.
   *
   * @throws StaleWriteException if the stored version of one is not {@link Member#version()}
   */
  void save(Collection<Member> members);
}
