package io.customerhub.destination;

import io.customerhub.consent.Consent;
import io.customerhub.consent.ConsentFold;
import io.customerhub.event.ConsentBuilder;
import io.customerhub.event.Event;
import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.Delivery;
import io.customerhub.spi.EventQuery;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides right before a delivery whether it may be made, and what it shows. */
final class Gate {

  private final Subscription subscription;
  private final ProfileReader reader;

  Gate(Subscription subscription, ProfileReader reader) {
    this.subscription = subscription;
    this.reader = reader;
  }

  /**
   * Looks at the person as the transaction sees them.
   *
   * @param failed ids of profiles whose news has to wait
   */
  Prepared prepare(Transaction tx, OutboxEntry entry, Instant now, Set<ProfileId> failed) {
    List<Member> cluster = cluster(tx, entry.about());
    SortedSet<ProfileId> members = new TreeSet<>(Set.of(entry.about()));
    cluster.forEach(member -> members.add(member.id()));
    if (members.stream().anyMatch(failed::contains)) {
      return new Prepared.Wait();
    }
    if (entry.kind().isRemoval()) {
      boolean shown = !cluster.isEmpty() && isAllowed(tx, members);
      return send(tx, entry, now, shown ? cluster : List.of(), members);
    }
    if (cluster.isEmpty()) {
      return new Prepared.Drop();
    }
    if (!isAllowed(tx, members)) {
      return new Prepared.Skip(DeadLetter.Cause.NO_CONSENT, consentReason());
    }
    return isWithinCap(tx, members, now)
        ? send(tx, entry, now, cluster, members)
        : new Prepared.Skip(DeadLetter.Cause.FREQUENCY_CAP, capReason());
  }

  private Prepared send(
      Transaction tx,
      OutboxEntry entry,
      Instant now,
      List<Member> shown,
      SortedSet<ProfileId> members) {
    Profile profile =
        shown.isEmpty() || !subscription.showsPeople() ? null : reader.read(tx, shown);
    String body = Payload.of(entry, subscription, profile, event(tx, entry));
    return new Prepared.Send(
        new Delivery(
            entry.id(),
            entry.destination(),
            entry.kind(),
            entry.about(),
            entry.at(),
            entry.attempts() + 1,
            now,
            body),
        members);
  }

  private @Nullable Event event(Transaction tx, OutboxEntry entry) {
    String source = entry.details().get("event.source");
    String messageId = entry.details().get("event.messageId");
    return entry.kind() == NewsKind.EVENT_ACCEPTED
            && subscription.hasEventContent()
            && source != null
            && messageId != null
        ? tx.events().find(source, messageId).map(StoredEvent::event).orElse(null)
        : null;
  }

  private boolean isAllowed(Transaction tx, Set<ProfileId> members) {
    return subscription
        .purpose()
        .map(
            wanted ->
                ConsentFold.deciding(consents(tx, members), wanted.purpose(), wanted.channel())
                    .map(Consent::granted)
                    .orElse(false))
        .orElse(true);
  }

  private boolean isWithinCap(Transaction tx, Set<ProfileId> members, Instant now) {
    return subscription
        .cap()
        .map(
            cap -> {
              Instant from = now.minus(cap.per()).plusNanos(1_000);
              return tx.destinations().countTold(subscription.name(), members, from) < cap.times();
            })
        .orElse(true);
  }

  private String consentReason() {
    return subscription
        .purpose()
        .map(
            one -> one.channel().isEmpty() ? one.purpose() : one.purpose() + " by " + one.channel())
        .map(what -> "no consent to " + what)
        .orElse("");
  }

  private String capReason() {
    return subscription
        .cap()
        .map(cap -> "more than " + cap.times() + " in " + cap.per())
        .orElse("");
  }

  private static List<Member> cluster(Transaction tx, ProfileId id) {
    return tx.profiles().find(Set.of(id)).stream()
        .findFirst()
        .map(member -> tx.profiles().clusters(Set.of(member.root())))
        .orElse(List.of());
  }

  private static List<Consent> consents(Transaction tx, Set<ProfileId> members) {
    EventQuery query =
        new EventQuery(
            members,
            ConsentBuilder.EVENT_NAME,
            EventQuery.MIN,
            EventQuery.MAX,
            false,
            Integer.MAX_VALUE);
    List<Consent> all = new ArrayList<>();
    for (StoredEvent stored : tx.events().read(query)) {
      stored.about().ifPresent(member -> all.addAll(ConsentFold.of(stored.event(), member)));
    }
    return all;
  }
}
