package io.customerhub.crm;

import io.customerhub.memory.MemoryStorage;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A CRM in memory with a clock that is set by hand and people that are merged by hand. */
public final class CrmFixture {

  /** When the clock starts. */
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final Storage storage = MemoryStorage.create();
  private final Ticking clock = new Ticking();
  private final IdSource ids = IdSource.seeded(clock, 42);
  private final Map<ProfileId, SortedSet<ProfileId>> people = new TreeMap<>();

  public CrmContext context() {
    return new CrmContext(storage, clock, ids, this::members);
  }

  public Storage storage() {
    return storage;
  }

  public ProfileId person() {
    ProfileId id = new ProfileId(ids.next());
    Member member = Member.born(id, id.toString(), List.of(), Map.of(), clock.now);
    storage.inTransaction(
        tx -> {
          tx.profiles().insert(member);
          return id;
        });
    return id;
  }

  public Instant now() {
    return clock.now;
  }

  public void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  public void merge(ProfileId... same) {
    SortedSet<ProfileId> all = new TreeSet<>(List.of(same));
    all.forEach(id -> people.put(id, all));
  }

  public void unmerge(ProfileId... apart) {
    List.of(apart).forEach(people::remove);
  }

  public SortedSet<ProfileId> members(Transaction tx, ProfileId id) {
    return people.getOrDefault(id, new TreeSet<>(List.of(id)));
  }

  private static final class Ticking extends Clock {

    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
