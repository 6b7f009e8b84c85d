package io.customerhub.engine;

import io.customerhub.lookalike.LookalikeModel;
import java.util.List;
import java.util.Objects;

/**
 * Who is most like the members of a segment. Nothing of it was stored.
 *
 * @param segment the segment's name
 * @param model what sets its members apart from everybody else
 * @param people the most similar ones, best first; empty if there are no members, or no others
 * @param isComplete whether everybody was looked at twice; false if the caller stopped it
 */
public record LookalikeReport(
    String segment, LookalikeModel model, List<Lookalike> people, boolean isComplete) {

  /** Copies the people. */
  public LookalikeReport {
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(model, "model");
    people = List.copyOf(people);
  }

  /** Returns what came of it in a sentence, then the model; texts are masked. */
  public String text() {
    return "segment \"" + segment + "\": " + finding() + "\n" + model.text();
  }

  /** Returns counts only. */
  @Override
  public String toString() {
    return "LookalikeReport[" + segment + ", " + people.size() + " people, " + model + "]";
  }

  private String finding() {
    if (!isComplete) {
      return "stopped before everybody was looked at";
    }
    if (model.members() == 0) {
      return "nobody is in it, so nobody can be similar";
    }
    if (model.others() == 0) {
      return "everybody is in it, so nobody is left to be similar";
    }
    return people.isEmpty()
        ? "nobody outside has more in common with its members than with others"
        : people.size() + " people outside are most like its members";
  }
}
