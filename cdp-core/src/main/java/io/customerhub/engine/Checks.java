package io.customerhub.engine;

import io.customerhub.event.Values;

/** Checks of what callers hand in. */
final class Checks {

  /** Longest name of a person that decides. */
  static final int ACTOR = 128;

  /** Longest reason for a decision. */
  static final int REASON = 1_000;

  private Checks() {}

  /** Returns the limit of a page. */
  static int limit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit + ", expected at least 1");
    }
    return limit;
  }

  static String actor(String actor) {
    return Values.text("actor", actor, ACTOR);
  }

  static String reason(String reason) {
    return Values.text("reason", reason, REASON);
  }
}
