package io.customerhub.engine;

import io.customerhub.engine.SegmentPreviewQuery.Progress;
import io.customerhub.identity.MatchFields;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects whom to look for who is like the members of a segment. Not thread-safe.
 *
 * <p>People are compared by what they did (which events, about how often, about how long ago), by
 * their traits, computed ones included, and by namespaces of their identifiers such as those of
 * cards and devices. Left out are traits that say who somebody is, such as names, addresses and
 * numbers; traits that the segment's condition names, as they only say who is a member already; and
 * whether somebody is known or anonymous.
 */
public final class LookalikeQuery {

  /** Most people to return. */
  public static final int MOST_PEOPLE = 10_000;

  private static final int PEOPLE = 100;
  private static final int HOLDERS = 5;

  /** Personal, but shared by many. */
  private static final Set<String> ADMISSIBLE =
      Set.of(
          MatchFields.CITY,
          MatchFields.STATE,
          MatchFields.COUNTRY,
          MatchFields.POSTCODE,
          MatchFields.GENDER);

  private final Units units;
  private final SegmentRuns runs;
  private final String segment;
  private final Set<String> included = new TreeSet<>();
  private final Set<String> excluded = new TreeSet<>();
  private int most = PEOPLE;
  private int atLeast = HOLDERS;
  private Progress progress = (looked, people) -> true;

  LookalikeQuery(Units units, SegmentRuns runs, String segment) {
    this.units = units;
    this.runs = runs;
    this.segment = Objects.requireNonNull(segment, "segment");
  }

  /**
   * Sets how many people to return; 100 if not set.
   *
   * @param people 1 to {@value #MOST_PEOPLE}
   * @throws IllegalArgumentException if it is out of range
   */
  public LookalikeQuery atMost(int people) {
    if (people < 1 || people > MOST_PEOPLE) {
      throw new IllegalArgumentException("people: " + people + ", expected 1 to " + MOST_PEOPLE);
    }
    this.most = people;
    return this;
  }

  /**
   * Sets how many have to have a feature for it to count, 5 if not set: members where it speaks for
   * a member, others where it speaks against. What few have says little, and says it of them.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public LookalikeQuery sharedBy(int holders) {
    if (holders < 1) {
      throw new IllegalArgumentException("holders: " + holders + ", expected at least 1");
    }
    this.atLeast = holders;
    return this;
  }

  /**
   * Compares by personal traits too that many share: those of city, state, country, postcode and
   * gender, by any of their names; see {@link MatchFields#field}. They are left out if not named
   * here.
   *
   * @throws IllegalArgumentException if a trait is none of these
   */
  public LookalikeQuery including(String... traits) {
    for (String trait : traits) {
      if (MatchFields.field(trait).filter(ADMISSIBLE::contains).isEmpty()) {
        throw new IllegalArgumentException(
            "trait \"" + trait + "\": expected one of " + new TreeSet<>(ADMISSIBLE));
      }
      included.add(trait);
    }
    return this;
  }

  /** Leaves traits out, such as sensitive ones, and those that follow from being a member. */
  public LookalikeQuery withoutTraits(String... traits) {
    excluded.addAll(List.of(traits));
    return this;
  }

  /**
   * Sets what is told how far it has come, and stops it. Everybody is looked at twice, so that the
   * number of people it is told is twice theirs.
   */
  public LookalikeQuery progress(Progress told) {
    this.progress = Objects.requireNonNull(told, "told");
    return this;
  }

  /**
   * Returns who is most like the members, as of the last change or tick, known and anonymous alike,
   * best first. Reads everybody twice, in several transactions and in memory that does not grow
   * with them; locks nobody and stores nothing. Of a person the latest 1,000 events count.
   *
   * @throws SegmentException if there is no such segment
   */
  public LookalikeReport find() {
    return new Lookalikes(units, runs, this).find();
  }

  String segment() {
    return segment;
  }

  int most() {
    return most;
  }

  int atLeast() {
    return atLeast;
  }

  Progress progress() {
    return progress;
  }

  boolean isWanted(String trait) {
    return !excluded.contains(trait)
        && (included.contains(trait) || !PersonalTraits.isPersonal(trait));
  }
}
