package io.customerhub.examples.quickstart.sample;

/** The kinds of household, each a different trap for whoever merges on too little. */
enum Household {
  SINGLE(1, false),
  /** One address and often one phone; one surname or two. */
  COUPLE(2, false),
  /** The child gives the parent's phone. */
  PARENT_AND_CHILD(2, true),
  /** Father and son of one name. */
  NAMESAKES(2, true),
  /** One birth date, surname, address. */
  TWINS(2, true),
  /** Two parents and two children. */
  FAMILY(4, false);

  private final int size;
  private final boolean lookalike;

  Household(int size, boolean lookalike) {
    this.size = size;
    this.lookalike = lookalike;
  }

  int size() {
    return size;
  }

  boolean lookalike() {
    return lookalike;
  }

  static Household pick(Dice dice) {
    int ticket = dice.below(200);
    if (ticket < 138) {
      return SINGLE;
    }
    if (ticket < 168) {
      return COUPLE;
    }
    if (ticket < 182) {
      return PARENT_AND_CHILD;
    }
    if (ticket < 184) {
      return NAMESAKES;
    }
    return ticket < 190 ? TWINS : FAMILY;
  }
}
