package io.customerhub.engine;

import io.customerhub.identity.Evidence;
import io.customerhub.identity.Join;
import io.customerhub.identity.SetAsideKey;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a profile came together, step by step. {@link #text()} masks personal data;
 * the members hold it in clear.
 *
 * @param profile the canonical id
 * @param members the records, the oldest first
 * @param steps what joined them, in the order in which it counts: one fewer than members
 * @param weakest the step by rule with the least evidence; null if every step is a person's or
 *     there is none
 * @param without the profiles there would be if that evidence had never been, each by its members'
 *     ids; one if other evidence holds them together anyway; empty without a weakest step
 * @param setAside the keys of the records that join nobody, and why
 */
public record How(
    ProfileId profile,
    List<Member> members,
    List<Join> steps,
    @Nullable Join weakest,
    List<List<ProfileId>> without,
    List<SetAsideKey> setAside) {

  /** Copies the lists. */
  public How {
    Objects.requireNonNull(profile, "profile");
    members = List.copyOf(members);
    steps = List.copyOf(steps);
    without = without.stream().map(List::copyOf).toList();
    setAside = List.copyOf(setAside);
  }

  /** Returns the step by rule with the least evidence; empty if there is none. */
  public Optional<Join> weakestStep() {
    return Optional.ofNullable(weakest);
  }

  /** Returns whether the profile would fall apart without its weakest step. */
  public boolean hangsByAThread() {
    return without.size() > 1;
  }

  /**
   * Returns records and steps in lines of at most 100 characters, with personal data masked; the
   * records are numbered as the steps name them.
   */
  public String text() {
    Lines out = new Lines();
    out.line(profile + ": " + members.size() + (members.size() == 1 ? " record" : " records"));
    for (Member member : members) {
      out.line(String.format(Locale.ROOT, "  #%-3d %s", number(member.id()), Lines.masked(member)));
    }
    for (int i = 0; i < steps.size(); i++) {
      step(out, i + 1, steps.get(i));
    }
    if (weakest != null) {
      out.line(
          hangsByAThread()
              ? "without the weakest step: " + groups()
              : "without the weakest step: still one profile, other evidence holds it");
    }
    setAside.forEach(key -> out.line(key.toString()));
    return out.text();
  }

  /** Returns {@link #text()}, which is fit for a log. */
  @Override
  public String toString() {
    return text();
  }

  private void step(Lines out, int at, Join step) {
    out.line(
        String.format(
            Locale.ROOT,
            "step %d: #%d joined #%d by %s, %.1f bits%s",
            at,
            number(step.member()),
            number(step.with()),
            step.actor(),
            step.bits(),
            step.equals(weakest) ? "  <- weakest" : ""));
    for (Evidence evidence : step.evidence()) {
      out.line(
          String.format(
              Locale.ROOT,
              "    %-14s %-43s %+6.1f",
              evidence.comparison(),
              evidence.level(),
              evidence.bits()));
    }
  }

  private String groups() {
    List<String> groups =
        without.stream()
            .map(ids -> ids.stream().map(id -> "#" + number(id)).toList())
            .map(ids -> "{" + String.join(", ", ids) + "}")
            .toList();
    return without.size() + " profiles " + String.join(" and ", groups);
  }

  private int number(ProfileId id) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).id().equals(id)) {
        return i + 1;
      }
    }
    return 0;
  }
}
