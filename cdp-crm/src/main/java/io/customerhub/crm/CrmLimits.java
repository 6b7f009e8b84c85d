package io.customerhub.crm;

import java.time.Instant;
import java.time.LocalDate;

/** The sizes beyond which the CRM refuses input. Lengths are in UTF-16 units. */
public final class CrmLimits {

  /** Longest id of a user of the host. */
  public static final int USER = 128;

  /** Longest name of a deal, title of a task, reason or competitor. */
  public static final int TITLE = 256;

  /** Longest key of a pipeline or stage. */
  public static final int KEY = 64;

  /** Longest note, outcome of a task or summary of an interaction. */
  public static final int NOTE = 4096;

  /** Longest external id of an interaction. */
  public static final int EXTERNAL_ID = 240;

  /** Most stages of a pipeline, its closed ones counted. */
  public static final int STAGES = 32;

  /** Most reasons for which deals of a pipeline can be lost. */
  public static final int REASONS = 64;

  /** Most stakeholders of a deal, or participants of an interaction. */
  public static final int PEOPLE = 100;

  /** Most stage entries of one deal. */
  public static final int STAGE_ENTRIES = 1000;

  /** Most tags of one facet, and longest tag. */
  public static final int TAGS = 64;

  /** Most records that one page can hold. */
  public static final int PAGE = 1000;

  /** The earliest time that a record can have. */
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  /** The latest time that a record can have. */
  public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** The earliest date that a record can have. */
  public static final LocalDate EARLIEST_DATE = LocalDate.of(1, 1, 1);

  /** The latest date that a record can have. */
  public static final LocalDate LATEST_DATE = LocalDate.of(9999, 12, 30);

  private CrmLimits() {}
}
