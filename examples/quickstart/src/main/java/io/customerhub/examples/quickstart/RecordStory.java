package io.customerhub.examples.quickstart;

import io.customerhub.engine.Explanation;
import io.customerhub.event.Identifier;
import io.customerhub.identity.Evidence;
import io.customerhub.identity.Join;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells in plain words why each record of a person belongs. */
final class RecordStory {

  private static final int KEYS = 2;
  private static final int LONGEST = 40;
  private static final List<String> BEST =
      List.of(Identifier.EMAIL, Identifier.LOYALTY_CARD, Identifier.USER_ID, Identifier.PHONE);
  private static final Set<String> DECISIVE = Set.of("same key", "same key, no contradiction");

  private final List<Explanation.Part> records;
  private final Map<ProfileId, Set<String>> sources;

  /**
   * Prepares the story.
   *
   * @param sources who said something under each record
   */
  RecordStory(Explanation explanation, Map<ProfileId, Set<String>> sources) {
    this.records = explanation.records();
    this.sources = sources;
  }

  /** Returns how many records there are. */
  int size() {
    return records.size();
  }

  /** Returns what a record says of itself: its number, who gave it, a name and the best keys. */
  String title(int index) {
    Member member = records.get(index).member();
    String by = String.join(", ", sources.getOrDefault(member.id(), new TreeSet<>()));
    String said =
        Stream.concat(
                Stream.of(Words.name(member.fields()::get)).filter(name -> !name.isEmpty()),
                member.identifiers().stream()
                    .sorted(Comparator.comparingInt(RecordStory::rank))
                    .limit(KEYS)
                    .map(RecordStory::key))
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%2d  %s: %s", index + 1, by, said);
  }

  /** Returns why a record belongs to the others. */
  String reason(int index) {
    return records.get(index).joined().map(this::reason).orElse("the first record of this person");
  }

  private String reason(Join join) {
    int with = number(join.with());
    Evidence first = join.evidence().get(0);
    if (join.evidence().size() == 1 && DECISIVE.contains(first.level())) {
      return "the same " + shared(join, first.comparison()) + " as record " + with;
    }
    if (first.comparison().equals("decision")) {
      return first.level() + " (" + join.actor() + ") with record " + with;
    }
    double bits = join.evidence().stream().mapToDouble(Evidence::bits).sum();
    return String.format(
        Locale.ROOT,
        "similar to record %d: %s = %+.1f bits",
        with,
        join.evidence().stream().map(RecordStory::weighed).collect(Collectors.joining(", ")),
        bits);
  }

  private static String weighed(Evidence evidence) {
    return evidence.bits() == 0
        ? evidence.comparison() + ": " + evidence.level()
        : String.format(
            Locale.ROOT,
            "%s %s %+.1f",
            evidence.comparison().replace('_', ' '),
            evidence.level(),
            evidence.bits());
  }

  private String shared(Join join, String namespace) {
    List<Identifier> theirs = records.get(number(join.with()) - 1).member().identifiers();
    return records.get(number(join.member()) - 1).member().identifiers().stream()
        .filter(key -> key.namespace().equals(namespace) && theirs.contains(key))
        .map(RecordStory::key)
        .findFirst()
        .orElse(Words.key(namespace));
  }

  private int number(ProfileId id) {
    return 1
        + IntStream.range(0, records.size())
            .filter(i -> records.get(i).member().id().equals(id))
            .findFirst()
            .orElseThrow();
  }

  private static int rank(Identifier key) {
    int rank = BEST.indexOf(key.namespace());
    return rank < 0 ? BEST.size() : rank;
  }

  private static String key(Identifier key) {
    return Words.key(key.namespace()) + " " + Layout.cut(key.value(), LONGEST);
  }
}
