package io.customerhub.engine;

/**
 * How far the adoption of a model has come.
 *
 * @param total how many groups of profiles there are to settle
 * @param done how many of them were settled
 * @param merges how many profiles became part of another one
 * @param splits how many profiles came out of another one
 * @param complete whether every record was looked at; if not, adopt once more
 */
public record Adoption(int total, int done, long merges, long splits, boolean complete) {

  /** Returns whether nothing is left to do. */
  public boolean isFinished() {
    return complete && done == total;
  }
}
