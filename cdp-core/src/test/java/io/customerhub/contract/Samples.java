package io.customerhub.contract;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.Evidence;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Claim;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.DeadLetter;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.Membership;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredForm;
import io.customerhub.spi.StoredRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small values for the contracts. Numbers name ids; a larger number is a larger id. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  private Samples() {}

  static UUID uuid(int n) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }

  static ProfileId id(int n) {
    return new ProfileId(uuid(n));
  }

  static Set<ProfileId> ids(int... numbers) {
    return IntStream.of(numbers).mapToObj(Samples::id).collect(Collectors.toSet());
  }

  static TreeSet<ProfileId> sortedIds(int... numbers) {
    return new TreeSet<>(ids(numbers));
  }

  static Member member(int n, Identifier... identifiers) {
    return Member.born(
        id(n), "record-" + n, List.of(identifiers), Map.of("name", "Ada " + n), NOON);
  }

  static Claim claim(String trait, Object value) {
    return new Claim(trait, value, "shop", NOON, "m-1");
  }

  static Activity activity(long events) {
    return new Activity(events, NOON, NOON.plusSeconds(events));
  }

  static StoredEvent stored(Event event, @Nullable ProfileId member) {
    return new StoredEvent(event, member, NOON.plusSeconds(9), StoredForm.hash(event), Map.of());
  }

  static StoredEvent event(int member, String name, String messageId, Instant time) {
    return stored(
        Event.track(name).source("shop").messageId(messageId).at(time).build(), id(member));
  }

  static StoredEvent event(int member, String messageId) {
    return event(member, "Seen", messageId, NOON);
  }

  static Link link(int n, int a, int b, LinkKind kind) {
    return new Link(
        uuid(n),
        id(a),
        id(b),
        kind,
        List.of(new Evidence("name", "exact", 7.25), new Evidence("city", "different", -0.1)),
        "rules",
        "because",
        NOON,
        true,
        0);
  }

  static JournalEntry entry(int n, int winner, int loser) {
    return new JournalEntry(
        uuid(n),
        JournalEntry.Kind.MERGE,
        id(winner),
        id(loser),
        id(winner),
        List.of(new Evidence("email", "exact", 12.5)),
        "Grace",
        "same person",
        NOON);
  }

  static StoredRecord record(String kind, int n, Instant at, int... subjects) {
    return new StoredRecord(
        kind,
        uuid(n),
        sortedIds(subjects),
        at,
        0,
        "Grace",
        "opened",
        NOON,
        Map.of("stage", "new"),
        "{\"n\":" + n + "}");
  }

  static Membership in(String segment, int profile, @Nullable Instant nextChange) {
    return new Membership(segment, id(profile), true, NOON, nextChange);
  }

  static Membership out(String segment, int profile, @Nullable Instant nextChange) {
    return new Membership(segment, id(profile), false, NOON, nextChange);
  }

  static SetAside setAside(String key, ReasonCode code) {
    return new SetAside(
        key, NOON, "shop", "orders.csv:7", code, "email", "expected an address", "a,b,\"c\"\n");
  }

  /** Returns each difficult text once, as values that have to be kept apart. */
  static Stream<String> difficultTexts() {
    return Stream.concat(
        RandomValues.DIFFICULT_TEXTS.stream(), Stream.of("x".repeat(512), "é".repeat(512)));
  }

  static OutboxEntry news(int n, String destination, int about) {
    return new OutboxEntry(
        uuid(n),
        destination,
        NewsKind.SEGMENT_ENTERED,
        id(about),
        Map.of("segment", "loyal"),
        NOON,
        0,
        NOON,
        "");
  }

  static DeadLetter letter(int n, String destination, int about, DeadLetter.Cause cause) {
    OutboxEntry entry = news(n, destination, about).withAttempts(3, NOON, "http 503");
    return new DeadLetter(entry, cause, "http 400", NOON.plusSeconds(n));
  }
}
