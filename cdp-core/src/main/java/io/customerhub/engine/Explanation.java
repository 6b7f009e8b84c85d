package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.identity.Evidence;
import io.customerhub.identity.Join;
import io.customerhub.identity.SetAsideKey;
import io.customerhub.profile.ComputedTrait;
import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who a profile is, and how we know: its records, each with what joined it to the others, and its
 * shown values with their provenance.
 *
 * <p>{@link #toString()} masks personal data and is fit for a log; {@link #text()} does not.
 *
 * @param profile the profile
 * @param records the records it is made of, oldest first
 * @param setAside the keys of the records that join nobody, and why
 */
public record Explanation(Profile profile, List<Part> records, List<SetAsideKey> setAside) {

  /** Copies the lists. */
  public Explanation {
    records = List.copyOf(records);
    setAside = List.copyOf(setAside);
  }

  /**
   * One record of the profile.
   *
   * @param member the member that the record's facts are born under
   * @param sources who gave it or said something under it
   * @param join what joined it to the rest of the profile; null for the first
   */
  public record Part(Member member, SortedSet<String> sources, @Nullable Join join) {

    /** Returns what joined the record to the rest of the profile; empty for the first. */
    public Optional<Join> joined() {
      return Optional.ofNullable(join);
    }
  }

  static Explanation of(
      Profile profile, Collection<Member> cluster, List<Join> joins, List<SetAsideKey> setAside) {
    Map<ProfileId, Join> steps = steps(cluster, joins);
    List<Part> parts = new ArrayList<>();
    cluster.stream()
        .sorted(Comparator.comparing(Member::id))
        .forEach(member -> parts.add(new Part(member, sources(member), steps.get(member.id()))));
    return new Explanation(profile, parts, setAside);
  }

  /** Turns the joins so that each leads towards the oldest member: one for every other member. */
  private static Map<ProfileId, Join> steps(Collection<Member> cluster, List<Join> joins) {
    ProfileId first = cluster.stream().map(Member::id).min(Comparator.naturalOrder()).orElseThrow();
    Map<ProfileId, Join> steps = new HashMap<>();
    Deque<ProfileId> reached = new ArrayDeque<>(List.of(first));
    while (!reached.isEmpty()) {
      ProfileId at = reached.remove();
      for (Join join : joins) {
        Join step = join.with().equals(at) ? join : join.turned();
        boolean isNew = step.with().equals(at) && !step.member().equals(first);
        if (isNew && steps.putIfAbsent(step.member(), step) == null) {
          reached.add(step.member());
        }
      }
    }
    return steps;
  }

  /** Returns the explanation for a reader, with personal data in clear. */
  public String text() {
    return text(true);
  }

  /** Returns the explanation with personal data masked. */
  @Override
  public String toString() {
    return text(false);
  }

  private static SortedSet<String> sources(Member member) {
    SortedSet<String> sources = new TreeSet<>();
    member.claims().forEach(claim -> sources.add(claim.source()));
    return sources;
  }

  private String text(boolean clear) {
    StringBuilder out = new StringBuilder();
    out.append("Profile ").append(profile.id()).append('\n');
    out.append("  ")
        .append(profile.activity().events())
        .append(" events, ")
        .append(records.size())
        .append(records.size() == 1 ? " record\n" : " records\n");
    profile
        .traits()
        .forEach(
            (name, trait) ->
                out.append(
                    String.format(
                        Locale.ROOT,
                        "  %s = %s (%s, %s, %s)%n",
                        name,
                        clear ? trait.value() : "***",
                        trait.claim().source(),
                        trait.claim().time(),
                        trait.rule())));
    profile.computed().values().forEach(value -> computed(out, value, clear));
    records.forEach(part -> part(out, part, clear));
    setAside.forEach(key -> setAside(out, key, clear));
    return out.toString();
  }

  private static void setAside(StringBuilder out, SetAsideKey key, boolean clear) {
    out.append("  set aside ").append(key.identifier().namespace()).append(':');
    out.append(clear ? key.identifier().value() : key.identifier().masked());
    out.append(" (").append(key.message()).append(")\n");
  }

  private static void computed(StringBuilder out, ComputedTrait trait, boolean clear) {
    out.append(
        String.format(
            Locale.ROOT,
            "  %s = %s (computed: %s, as of %s, %s)%n",
            trait.name(),
            trait.shown().isEmpty() ? "nothing" : clear ? trait.value() : "***",
            trait.definition(),
            trait.asOf(),
            trait.due().map(due -> "until " + due).orElse("whatever the time")));
  }

  private static void part(StringBuilder out, Part part, boolean clear) {
    out.append("  record ").append(part.member().id());
    for (Identifier identifier : part.member().identifiers()) {
      out.append(' ')
          .append(identifier.namespace())
          .append(':')
          .append(clear ? identifier.value() : identifier.masked());
    }
    out.append('\n');
    Join join = part.join();
    if (join == null) {
      out.append("    the first record\n");
      return;
    }
    out.append("    joined ").append(join.with()).append(" by ").append(join.actor()).append('\n');
    for (Evidence evidence : join.evidence()) {
      out.append(
          String.format(
              Locale.ROOT,
              "      %-12s %-28s %+6.1f bits%n",
              evidence.comparison(),
              evidence.level(),
              evidence.bits()));
    }
  }
}
