package io.customerhub.engine;

import io.customerhub.identity.Match;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What another model would make of the records a hub knows. Nothing of it is stored.
 *
 * @param version the model's {@link io.customerhub.identity.MatchModel#version()}
 * @param records how many records were looked at
 * @param compared how many pairs of them were compared
 * @param merges how many profiles would become part of another one
 * @param splits how many profiles would come out of another one
 * @param changes some of them with what is behind them, merges first, the strongest evidence first;
 *     at most 100 of each kind
 * @param complete whether every pair counts here; false if more than 200,000 links would change, of
 *     which the oldest profiles' count
 */
public record ModelPreview(
    String version,
    long records,
    long compared,
    long merges,
    long splits,
    List<Change> changes,
    boolean complete) {

  /** What would happen to two profiles. */
  public enum Kind {
    /** Two profiles would become one. */
    MERGE,
    /** One profile would become two. */
    SPLIT
  }

  /**
   * One change.
   *
   * @param kind what would happen
   * @param a a record of the one profile
   * @param b a record of the other
   * @param match what the two are by the model
   * @param bitsBefore what they weighed when they were linked; 0 if they were not
   */
  public record Change(Kind kind, ProfileId a, ProfileId b, Match match, double bitsBefore) {

    /** Checks that the parts are there. */
    public Change {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(a, "a");
      Objects.requireNonNull(b, "b");
      Objects.requireNonNull(match, "match");
    }
  }

  /** Copies the list. */
  public ModelPreview {
    Objects.requireNonNull(version, "version");
    changes = List.copyOf(changes);
  }

  /** Returns whether the model would change nothing. */
  public boolean isEmpty() {
    return merges == 0 && splits == 0;
  }

  /** Returns the counts and a line for each change; no personal data. */
  public String text() {
    Lines out = new Lines();
    out.line(toString());
    for (Change change : changes) {
      out.line(
          String.format(
              Locale.ROOT,
              "  %-5s %s %s %.1f bits, %s",
              change.kind().name().toLowerCase(Locale.ROOT),
              change.a(),
              change.b(),
              change.match().bits(),
              change.bitsBefore() == 0
                  ? "new"
                  : String.format(Locale.ROOT, "was %.1f", change.bitsBefore())));
    }
    return out.text();
  }

  /** Returns the counts. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "model %s would merge %d and split %d of %d records%s",
        version,
        merges,
        splits,
        records,
        complete ? "" : ", and more that was not looked at");
  }
}
