package io.customerhub.contract;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditStore;
import io.customerhub.spi.CandidateStore;
import io.customerhub.spi.DeadLetterStore;
import io.customerhub.spi.DestinationStore;
import io.customerhub.spi.ErasureStore;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.EventStore;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.IdentityStore;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.KnownEvent;
import io.customerhub.spi.Membership;
import io.customerhub.spi.MembershipChange;
import io.customerhub.spi.MembershipHistoryStore;
import io.customerhub.spi.MembershipStore;
import io.customerhub.spi.OutboxStore;
import io.customerhub.spi.ProfileCatalog;
import io.customerhub.spi.ProfileStore;
import io.customerhub.spi.RecordStore;
import io.customerhub.spi.Redo;
import io.customerhub.spi.RedoStore;
import io.customerhub.spi.RetentionStore;
import io.customerhub.spi.SegmentDefinition;
import io.customerhub.spi.SegmentStore;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.SetAsideStore;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.StoredSummary;
import io.customerhub.spi.SuppressionStore;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs work, accepts everything, keeps nothing and finds nothing: every contract test must fail.
 */
final class DoNothingStorage implements Storage {

  @Override
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    return work.apply(new NothingTransaction());
  }

  @Override
  public void close() {}

  private static final class NothingTransaction implements Transaction {

    @Override
    public ProfileStore profiles() {
      return new NoProfiles();
    }

    @Override
    public ProfileCatalog catalog() {
      return new NoCatalog();
    }

    @Override
    public CandidateStore candidates() {
      return new NoCandidates();
    }

    @Override
    public RedoStore redo() {
      return new NoRedo();
    }

    @Override
    public IdentityStore identities() {
      return new NoIdentities();
    }

    @Override
    public EventStore events() {
      return new NoEvents();
    }

    @Override
    public RetentionStore retention() {
      return new NoRetention();
    }

    @Override
    public SegmentStore segments() {
      return new NoSegments();
    }

    @Override
    public MembershipStore memberships() {
      return new NoMemberships();
    }

    @Override
    public MembershipHistoryStore membershipHistory() {
      return new NoMembershipHistory();
    }

    @Override
    public RecordStore records() {
      return new NoRecords();
    }

    @Override
    public SetAsideStore setAside() {
      return new NoSetAside();
    }

    @Override
    public ErasureStore erasures() {
      return new NothingErased();
    }

    @Override
    public SuppressionStore suppressions() {
      return new NothingErased();
    }

    @Override
    public AuditStore audit() {
      return new NothingErased();
    }

    @Override
    public OutboxStore outbox() {
      return new NothingDelivered();
    }

    @Override
    public DeadLetterStore deadLetters() {
      return new NothingDelivered.NoLetters();
    }

    @Override
    public DestinationStore destinations() {
      return new NothingDelivered();
    }

    @Override
    public void afterCommit(Runnable action) {}
  }

  private static final class NoProfiles implements ProfileStore {

    @Override
    public List<Member> find(Set<ProfileId> ids) {
      return List.of();
    }

    @Override
    public Optional<Member> findByRecord(String record) {
      return Optional.empty();
    }

    @Override
    public List<Member> holding(Set<Identifier> identifiers) {
      return List.of();
    }

    @Override
    public Set<Identifier> crowded(Set<Identifier> identifiers, int most) {
      return Set.of();
    }

    @Override
    public void reindex(Collection<Member> members) {}

    @Override
    public List<Member> clusters(Set<ProfileId> roots) {
      return List.of();
    }

    @Override
    public List<Member> lock(SortedSet<ProfileId> roots) {
      return List.of();
    }

    @Override
    public List<Member> lockHolders(Set<Identifier> identifiers) {
      return List.of();
    }

    @Override
    public SortedSet<ProfileId> lockAgainstRemoval(SortedSet<ProfileId> members) {
      return new TreeSet<>();
    }

    @Override
    public void insert(Member member) {}

    @Override
    public void save(Collection<Member> members) {}
  }

  private static final class NoCatalog implements ProfileCatalog {

    @Override
    public List<ProfileId> roots(@Nullable ProfileId after, int limit) {
      return List.of();
    }

    @Override
    public long countRoots() {
      return 0;
    }

    @Override
    public long countMembers() {
      return 0;
    }
  }

  private static final class NoCandidates implements CandidateStore {

    @Override
    public void index(ProfileId member, Set<String> keys) {}

    @Override
    public Map<String, Block> lookUp(Set<String> keys, int limit) {
      return Map.of();
    }

    @Override
    public boolean markGeneric(String key) {
      return false;
    }
  }

  private static final class NoRedo implements RedoStore {

    @Override
    public void add(Collection<Redo> requests) {}

    @Override
    public List<Redo> list(@Nullable UUID after, int limit) {
      return List.of();
    }

    @Override
    public void remove(Collection<UUID> ids) {}
  }

  private static final class NoIdentities implements IdentityStore {

    @Override
    public void add(Link link) {}

    @Override
    public void save(Link link) {}

    @Override
    public List<Link> linksOf(Set<ProfileId> members) {
      return List.of();
    }

    @Override
    public List<Link> active(LinkKind kind, @Nullable UUID after, int limit) {
      return List.of();
    }

    @Override
    public List<Link> heaviestPossible(@Nullable Link after, int limit) {
      return List.of();
    }

    @Override
    public void append(JournalEntry entry) {}

    @Override
    public List<JournalEntry> journalOf(Set<ProfileId> ids) {
      return List.of();
    }

    @Override
    public Optional<JournalEntry> entry(UUID id) {
      return Optional.empty();
    }
  }

  private static final class NoEvents implements EventStore {

    @Override
    public Optional<StoredEvent> find(String source, String messageId) {
      return Optional.empty();
    }

    @Override
    public List<KnownEvent> known(Set<EventKey> keys) {
      return List.of();
    }

    @Override
    public void append(StoredEvent event) {}

    @Override
    public List<StoredEvent> read(EventQuery query) {
      return List.of();
    }

    @Override
    public List<StoredEvent> scan(@Nullable EventKey after, int limit) {
      return List.of();
    }

    @Override
    public long count() {
      return 0;
    }
  }

  private static final class NoRetention implements RetentionStore {

    @Override
    public List<StoredEvent> expired(@Nullable EventKey after, Instant before, int limit) {
      return List.of();
    }

    @Override
    public void remove(Collection<StoredEvent> events, Collection<StoredSummary> summaries) {}

    @Override
    public List<StoredSummary> summaries(Set<ProfileId> members) {
      return List.of();
    }

    @Override
    public List<EventKey> removed(Set<ProfileId> members) {
      return List.of();
    }

    @Override
    public long countRemoved() {
      return 0;
    }
  }

  private static final class NoSegments implements SegmentStore {

    @Override
    public void insert(SegmentDefinition definition) {}

    @Override
    public void save(SegmentDefinition definition) {}

    @Override
    public Optional<SegmentDefinition> find(String name) {
      return Optional.empty();
    }

    @Override
    public List<SegmentDefinition> all() {
      return List.of();
    }

    @Override
    public boolean remove(String name) {
      return false;
    }
  }

  private static final class NoMemberships implements MembershipStore {

    @Override
    public void put(Membership membership) {}

    @Override
    public List<Membership> of(Set<ProfileId> profiles) {
      return List.of();
    }

    @Override
    public List<Membership> members(String segment, @Nullable ProfileId after, int limit) {
      return List.of();
    }

    @Override
    public long count(String segment) {
      return 0;
    }

    @Override
    public List<Membership> due(Instant until, int limit) {
      return List.of();
    }

    @Override
    public void removeProfile(ProfileId profile) {}

    @Override
    public void removeSegment(String segment) {}
  }

  private static final class NoMembershipHistory implements MembershipHistoryStore {

    @Override
    public void add(Collection<MembershipChange> changes) {}

    @Override
    public List<MembershipChange> of(Set<ProfileId> profiles) {
      return List.of();
    }

    @Override
    public List<MembershipChange> of(Set<ProfileId> profiles, String segment) {
      return List.of();
    }

    @Override
    public List<MembershipChange> page(
        String segment, @Nullable MembershipChange after, int limit) {
      return List.of();
    }

    @Override
    public void removeSegment(String segment) {}
  }

  private static final class NoRecords implements RecordStore {

    @Override
    public void insert(StoredRecord record) {}

    @Override
    public StoredRecord save(StoredRecord record) {
      return record;
    }

    @Override
    public Optional<StoredRecord> find(String kind, UUID id) {
      return Optional.empty();
    }

    @Override
    public List<StoredRecord> about(Set<ProfileId> subjects, @Nullable String kind) {
      return List.of();
    }

    @Override
    public List<StoredRecord> list(
        String kind,
        @Nullable String key,
        @Nullable String value,
        @Nullable UUID after,
        int limit) {
      return List.of();
    }

    @Override
    public List<StoredRecord> history(String kind, UUID id) {
      return List.of();
    }
  }

  private static final class NoSetAside implements SetAsideStore {

    @Override
    public void lockToAdd() {}

    @Override
    public void lockToRemove() {}

    @Override
    public boolean add(SetAside entry) {
      return false;
    }

    @Override
    public List<SetAside> list(@Nullable String after, int limit) {
      return List.of();
    }

    @Override
    public Map<ReasonCode, Long> counts() {
      return Map.of();
    }
  }
}
