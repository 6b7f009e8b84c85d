package io.customerhub.engine;

import io.customerhub.profile.Activity;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.EventStore.EventKey;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredSummary;
import io.customerhub.spi.Transaction;
import io.customerhub.trait.ClaimFold;
import io.customerhub.trait.SummaryFold;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds members anew from their events and what is kept of those removed, reading a page of events
 * at a time.
 */
final class EventFold {

  private static final int PAGE = 1_000;

  private final Map<ProfileId, Member> folded = new HashMap<>();
  private Set<EventKey> seen = Set.of();
  private Instant from = EventQuery.MIN;
  private int limit = PAGE;

  private EventFold(Collection<Member> members) {
    members.forEach(m -> folded.put(m.id(), m.withFacts(List.of(), Activity.NONE)));
  }

  /** Returns members with the facts that follow from their events, by id. */
  static Map<ProfileId, Member> of(Transaction tx, Collection<Member> members) {
    EventFold fold = new EventFold(members);
    fold.addSummaries(tx);
    boolean more = !members.isEmpty();
    while (more) {
      more = fold.next(tx);
    }
    return fold.folded;
  }

  private void addSummaries(Transaction tx) {
    for (StoredSummary one : tx.retention().summaries(folded.keySet())) {
      folded.computeIfPresent(one.member(), (id, m) -> SummaryFold.add(m, one.summary()));
    }
  }

  private boolean next(Transaction tx) {
    List<StoredEvent> page =
        tx.events().read(new EventQuery(folded.keySet(), null, from, EventQuery.MAX, false, limit));
    page.stream().filter(one -> !seen.contains(EventKey.of(one.event()))).forEach(this::add);
    if (page.size() < limit) {
      return false;
    }
    goOnFrom(page, page.get(limit - 1).event().time());
    return true;
  }

  private void add(StoredEvent one) {
    one.about()
        .ifPresent(id -> folded.computeIfPresent(id, (k, m) -> ClaimFold.add(m, one.event())));
  }

  /** A page starts with the instant that the one before ended with; it has to reach beyond it. */
  private void goOnFrom(List<StoredEvent> page, Instant last) {
    limit = last.equals(from) ? limit * 2 : limit;
    from = last;
    seen = new HashSet<>();
    page.stream()
        .filter(one -> one.event().time().equals(last))
        .forEach(one -> seen.add(EventKey.of(one.event())));
  }
}
