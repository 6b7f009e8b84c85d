package io.customerhub.crm.record;

import io.customerhub.crm.NoSuchRecordException;
import io.customerhub.crm.RecordChanges;
import io.customerhub.crm.Revision;
import io.customerhub.engine.UnknownProfileException;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.StaleWriteException;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind, within the transaction that each method is given. Thread-safe.
 *
 * @param <T> the record
 */
public final class Records<T> {

  private static final int BATCH = 500;

  private final RecordKind<T> kind;
  private final RecordChanges changes;

  /** Creates the access to a kind whose changes nobody is told of. */
  public Records(RecordKind<T> kind) {
    this(kind, RecordChanges.UNOBSERVED);
  }

  /** Creates the access to a kind. */
  public Records(RecordKind<T> kind, RecordChanges changes) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.changes = Objects.requireNonNull(changes, "changes");
  }

  /**
   * Adds a record and returns it.
   *
   * @throws ConflictException if there is one with its id
   * @throws UnknownProfileException if it is about somebody whom nobody knows, or who was erased
   */
  public T insert(Transaction tx, T value, Stamp stamp) {
    requireKnown(tx, kind.subjects(value), kind.subjects(value));
    return changes.make(
        tx,
        kind.name(),
        kind.subjects(value),
        () -> {
          StoredRecord stored = store(value, stamp);
          tx.records().insert(stored);
          changes.made(tx, stored);
          return value;
        });
  }

  /**
   * Saves a record and returns it with its new version.
   *
   * @throws StaleWriteException if it was changed since it was read
   * @throws UnknownProfileException if it is about somebody new whom nobody knows, or who was
   *     erased
   */
  public T save(Transaction tx, T value, Stamp stamp) {
    Set<ProfileId> added = new TreeSet<>(kind.subjects(value));
    tx.records()
        .find(kind.name(), kind.id(value))
        .ifPresent(old -> added.removeAll(old.subjects()));
    requireKnown(tx, kind.subjects(value), added);
    return changes.make(
        tx,
        kind.name(),
        kind.subjects(value),
        () -> {
          StoredRecord stored = tx.records().save(store(value, stamp));
          changes.made(tx, stored);
          return load(stored);
        });
  }

  /** Returns a record as it is now. */
  public Optional<T> find(Transaction tx, UUID id) {
    return tx.records().find(kind.name(), id).map(this::load);
  }

  /**
   * Returns a record as it is now.
   *
   * @throws NoSuchRecordException if there is none
   */
  public T require(Transaction tx, UUID id) {
    return find(tx, id).orElseThrow(() -> new NoSuchRecordException(label(id)));
  }

  /**
   * Returns a record as it is now, if that is the version which the caller has read.
   *
   * @throws StaleWriteException if it is not
   */
  public T require(Transaction tx, UUID id, long version) {
    T found = find(tx, id).orElseThrow(() -> new StaleWriteException(label(id), version, -1));
    if (kind.version(found) != version) {
      throw new StaleWriteException(label(id), version, kind.version(found));
    }
    return found;
  }

  /** Returns the records about any of these profile ids, oldest first. */
  public List<T> about(Transaction tx, Set<ProfileId> members) {
    return tx.records().about(members, kind.name()).stream().map(this::load).toList();
  }

  /**
   * Returns records that match, in ascending order of id.
   *
   * @param lookup the key to narrow the reading by; null for all of the kind
   * @param filter what else has to hold
   * @param after the last id of the page before; null for the first page
   * @param limit the most to return
   */
  public List<T> list(
      Transaction tx,
      Map.@Nullable Entry<String, String> lookup,
      Predicate<T> filter,
      @Nullable UUID after,
      int limit) {
    List<T> page = new ArrayList<>();
    for (List<StoredRecord> batch = batch(tx, lookup, after); ; batch = next(tx, lookup, batch)) {
      batch.stream().map(this::load).filter(filter).limit(limit - page.size()).forEach(page::add);
      if (page.size() == limit || batch.size() < BATCH) {
        return List.copyOf(page);
      }
    }
  }

  /** Hands over all records that have a key, in ascending order of id, a batch at a time. */
  public void each(
      Transaction tx, Map.@Nullable Entry<String, String> lookup, Consumer<T> consumer) {
    for (List<StoredRecord> batch = batch(tx, lookup, null); ; batch = next(tx, lookup, batch)) {
      batch.stream().map(this::load).forEach(consumer);
      if (batch.size() < BATCH) {
        return;
      }
    }
  }

  /** Returns every version of a record, oldest first; empty if there is none. */
  public List<Revision<T>> history(Transaction tx, UUID id) {
    return tx.records().history(kind.name(), id).stream().map(this::revision).toList();
  }

  /** Locks all subjects, so that nobody is erased while something is written about them. */
  private static void requireKnown(Transaction tx, Set<ProfileId> subjects, Set<ProfileId> needed) {
    Set<ProfileId> missing = new TreeSet<>(needed);
    SortedSet<ProfileId> roots = new TreeSet<>();
    tx.profiles().find(subjects).forEach(member -> roots.add(member.root()));
    tx.profiles().lock(roots).forEach(member -> missing.remove(member.id()));
    for (ProfileId id : missing) {
      throw UnknownProfileException.of(tx, id);
    }
  }

  private List<StoredRecord> next(
      Transaction tx, Map.@Nullable Entry<String, String> lookup, List<StoredRecord> batch) {
    return batch(tx, lookup, batch.get(batch.size() - 1).id());
  }

  private List<StoredRecord> batch(
      Transaction tx, Map.@Nullable Entry<String, String> lookup, @Nullable UUID after) {
    return lookup == null
        ? tx.records().list(kind.name(), null, null, after, BATCH)
        : tx.records().list(kind.name(), lookup.getKey(), lookup.getValue(), after, BATCH);
  }

  private Revision<T> revision(StoredRecord stored) {
    return new Revision<>(load(stored), stored.actor(), stored.change(), stored.changedAt());
  }

  private T load(StoredRecord stored) {
    return kind.read(stored.id(), stored.version(), Body.parse(stored.body()));
  }

  private StoredRecord store(T value, Stamp stamp) {
    return new StoredRecord(
        kind.name(),
        kind.id(value),
        new TreeSet<>(kind.subjects(value)),
        kind.at(value),
        kind.version(value),
        stamp.actor().id(),
        stamp.change(),
        stamp.at(),
        kind.keys(value),
        kind.write(value).json());
  }

  private String label(UUID id) {
    return kind.name() + " " + id;
  }
}
