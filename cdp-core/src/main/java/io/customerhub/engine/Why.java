package io.customerhub.engine;

import io.customerhub.identity.Evidence;
import io.customerhub.identity.Join;
import io.customerhub.identity.MatchDetail;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Why two records, or the records of two profiles, are together or apart. {@link #text()} masks
 * personal data; the members of {@link #pairs()} hold it in clear.
 *
 * @param a the one id, as asked
 * @param b the other id, as asked
 * @param verdict what became of the two
 * @param path if they are together, the steps that lead from the one to the other
 * @param pairs the closest pairs of records, at most 3, the closest first
 */
public record Why(
    ProfileId a, ProfileId b, Verdict verdict, List<Join> path, List<ComparedPair> pairs) {

  /** Checks and copies the parts. */
  public Why {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    Objects.requireNonNull(verdict, "verdict");
    path = List.copyOf(path);
    pairs = List.copyOf(pairs);
  }

  /**
   * Two records next to each other.
   *
   * @param a a record of the one
   * @param b a record of the other
   * @param sharedKeys the namespaces of the identifiers that both have, such as {@code email},
   *     sorted
   * @param detail their comparison
   */
  public record ComparedPair(Member a, Member b, List<String> sharedKeys, MatchDetail detail) {

    /** Copies the keys. */
    public ComparedPair {
      sharedKeys = List.copyOf(sharedKeys);
    }
  }

  /** Returns the waterfall of the closest pair as SVG; empty if no records were compared. */
  public Optional<String> svg() {
    return pairs.stream()
        .findFirst()
        .map(pair -> pair.detail().waterfall().svg(pair.a().id() + " and " + pair.b().id()));
  }

  /**
   * Returns the verdict, the path and the waterfall of the closest pair, in lines of at most 100
   * characters, with personal data masked. The words of whoever decided are not.
   */
  public String text() {
    return text(verdict.reason().isEmpty() ? "" : ": " + verdict.reason());
  }

  /** Returns the same without the words of whoever decided; fit for a log. */
  @Override
  public String toString() {
    return text("");
  }

  private String text(String reason) {
    Lines out = new Lines();
    out.line(a + " and " + b);
    out.line(verdict.text() + reason);
    path.forEach(step -> step(out, step));
    pairs.stream().findFirst().ifPresent(pair -> closest(out, pair));
    return out.text();
  }

  private static void step(Lines out, Join step) {
    out.line("  " + step.member() + " joined " + step.with() + " by " + step.actor());
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

  private void closest(Lines out, ComparedPair pair) {
    out.line(pairs.size() == 1 ? "their records:" : "their closest records:");
    out.line("  " + Lines.masked(pair.a()));
    out.line("  " + Lines.masked(pair.b()));
    out.line("  shared identifiers: " + orNone(pair.sharedKeys()));
    out.line("  keys that met: " + orNone(pair.detail().keys()));
    pair.detail().waterfall().text().lines().forEach(out::line);
  }

  private static String orNone(List<String> words) {
    return words.isEmpty() ? "none" : String.join(", ", words);
  }
}
