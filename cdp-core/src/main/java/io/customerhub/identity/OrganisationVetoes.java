package io.customerhub.identity;

/**
 * What keeps two organisations apart however much they weigh: those of one group, and the branches
 * of one chain, share nearly everything.
 */
final class OrganisationVetoes {

  private static final long OTHER_NUMBER = ComparisonVector.bit(Level.REGISTRATION_DIFFERENT);

  private OrganisationVetoes() {}

  /** Returns why the pair cannot be a match, unless they share an id; empty if it can. */
  static String of(long vector) {
    if ((vector & OTHER_NUMBER) != 0) {
      return "different registration numbers";
    }
    return new ComparisonVector(vector).isNamesakeElsewhere() ? "one name, two places" : "";
  }
}
