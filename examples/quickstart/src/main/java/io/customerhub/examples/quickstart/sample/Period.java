package io.customerhub.examples.quickstart.sample;

import java.time.Instant;

/** The time that the sample covers. */
final class Period {

  static final Instant START = Instant.parse("2025-10-16T06:00:00Z");
  static final Instant END = Instant.parse("2026-11-20T00:00:00Z");

  private Period() {}
}
