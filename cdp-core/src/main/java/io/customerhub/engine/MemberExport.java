package io.customerhub.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what writing out the members of a segment needs. Not thread-safe. */
public final class MemberExport {

  /** How members are written. */
  public enum Format {
    /**
     * RFC 4180 in rows that end with CR LF, the first one of names. A text that a spreadsheet could
     * take for a formula gets an apostrophe in front; numbers do not.
     */
    CSV,
    /** One JSON object on each line; what is missing is left out. */
    JSON_LINES
  }

  /** Most columns beside the first two. */
  public static final int MOST_COLUMNS = 200;

  /** Where the value of a column comes from. */
  enum From {
    IDENTIFIER,
    TRAIT
  }

  /** One column. */
  record Column(From from, String name) {}

  private final MemberWriter writer;
  private final String segment;
  private final List<Column> columns = new ArrayList<>();
  private Format format = Format.CSV;
  private boolean raw;
  private String purpose = "";
  private String channel = "";
  private String actor = "unknown";
  private String reason = "";

  MemberExport(MemberWriter writer, String segment) {
    this.writer = writer;
    this.segment = Objects.requireNonNull(segment, "segment");
  }

  /** Sets how members are written; {@link Format#CSV} if not set. */
  public MemberExport as(Format format) {
    this.format = Objects.requireNonNull(format, "format");
    return this;
  }

  /**
   * Adds a column for each namespace of identifiers, such as {@code email}. Several of one
   * namespace are in one cell, separated by a semicolon; in JSON they are always a list.
   *
   * @throws IllegalArgumentException if there is such a column, or there are too many
   */
  public MemberExport identifiers(String... namespaces) {
    return add(From.IDENTIFIER, namespaces);
  }

  /**
   * Adds a column for each shown trait, computed ones included. Lists and maps are JSON in their
   * cell.
   *
   * @throws IllegalArgumentException if there is such a column, or there are too many
   */
  public MemberExport traits(String... names) {
    return add(From.TRAIT, names);
  }

  /**
   * Leaves out those whose last decision on a purpose and channel does not allow it, and those who
   * were never asked.
   *
   * @param channel the channel; empty for all
   */
  public MemberExport consentedTo(String purpose, String channel) {
    this.purpose = Objects.requireNonNull(purpose, "purpose");
    this.channel = Objects.requireNonNull(channel, "channel");
    return this;
  }

  /** Leaves texts as they are; only for files that no spreadsheet will ever open. */
  public MemberExport withoutFormulaGuard() {
    this.raw = true;
    return this;
  }

  /** Sets who hands it out, in at most 128 characters; {@code unknown} if not set. */
  public MemberExport by(String actor) {
    this.actor = Checks.actor(actor);
    return this;
  }

  /** Sets why, in at most 1,000 characters. */
  public MemberExport because(String reason) {
    this.reason = Checks.reason(reason);
    return this;
  }

  /**
   * Writes the members in ascending order of id, in clear, and notes in the audit log that they
   * were handed out. The first two columns are {@code profile}, the canonical id, and {@code
   * since}, when it entered, in UTC. Members are read in pages, each in a transaction of its own,
   * so memory does not follow their number.
   *
   * @param out written to outside of transactions, neither flushed nor closed
   * @return how many were written
   * @throws IOException if writing fails
   * @throws SegmentException if there is no such segment
   */
  public long to(Appendable out) throws IOException {
    return writer.write(this, Objects.requireNonNull(out, "out"));
  }

  private MemberExport add(From from, String... names) {
    for (String name : names) {
      boolean taken = columns.stream().anyMatch(one -> one.name().equals(name));
      if (taken || name.equals(MemberWriter.PROFILE) || name.equals(MemberWriter.SINCE)) {
        throw new IllegalArgumentException("there is a column \"" + name + "\" already");
      }
      columns.add(new Column(from, name));
    }
    if (columns.size() > MOST_COLUMNS) {
      throw new IllegalArgumentException("more than " + MOST_COLUMNS + " columns");
    }
    return this;
  }

  String segment() {
    return segment;
  }

  List<Column> columns() {
    return columns;
  }

  Format format() {
    return format;
  }

  boolean isRaw() {
    return raw;
  }

  String purpose() {
    return purpose;
  }

  String channel() {
    return channel;
  }

  String actor() {
    return actor;
  }

  String reason() {
    return reason;
  }
}
