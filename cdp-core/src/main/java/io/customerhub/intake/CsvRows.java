package io.customerhub.intake;

import io.customerhub.event.InvalidEventException;
import io.customerhub.event.ReasonCode;
import io.customerhub.intake.Parsed.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of one file as they are asked for. */
final class CsvRows implements Iterator<Parsed> {

  private final CsvScanner scanner;
  private final CsvMapping mapping;
  private final Instant receivedAt;
  private @Nullable RowMapper mapper;
  private @Nullable Parsed next;
  private boolean atEnd;

  CsvRows(CsvScanner scanner, CsvMapping mapping, Instant receivedAt) {
    this.scanner = scanner;
    this.mapping = mapping;
    this.receivedAt = receivedAt;
  }

  @Override
  public boolean hasNext() {
    try {
      if (next == null && !atEnd) {
        next = mapper == null ? first() : row(mapper);
        atEnd = next == null || mapper == null;
      }
      return next != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Parsed next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Parsed parsed = next;
    next = null;
    return parsed;
  }

  /** Returns the first row, or what is wrong with the header; then no row can be read. */
  private @Nullable Parsed first() throws IOException {
    CsvScanner.Row header = scanner.next();
    if (header == null) {
      return new Rejected(ReasonCode.CSV_HEADER, "", "expected a header", "line 1", "");
    }
    if (header.fault() != null) {
      return rejected(header, header.fault(), "the header cannot be read");
    }
    try {
      RowMapper bound = new RowMapper(mapping, header.cells());
      mapper = bound;
      return row(bound);
    } catch (InvalidEventException e) {
      return Rejected.of(e, "", location(header), header.raw());
    }
  }

  private @Nullable Parsed row(RowMapper by) throws IOException {
    CsvScanner.Row row = scanner.next();
    if (row == null) {
      return null;
    }
    if (row.fault() != null) {
      return rejected(row, row.fault(), "the row cannot be read: " + why(row.fault()));
    }
    if (row.cells().size() != by.columns()) {
      String message = row.cells().size() + " cells, expected " + by.columns();
      return rejected(row, ReasonCode.CSV_COLUMNS, message);
    }
    try {
      return by.accept(row.cells(), receivedAt, location(row));
    } catch (InvalidEventException e) {
      return Rejected.of(e, "", location(row), row.raw());
    }
  }

  private static String why(ReasonCode fault) {
    return switch (fault) {
      case CSV_ENCODING -> "bytes that are not of the declared encoding";
      case CSV_COLUMNS -> "more than " + CsvIntake.COLUMNS + " cells";
      case CSV_QUOTES -> "a quote is not closed, or text follows it";
      default -> "longer than a mebibyte; is a quote not closed?";
    };
  }

  private static Rejected rejected(CsvScanner.Row row, ReasonCode code, String message) {
    return new Rejected(code, "", message, location(row), row.raw());
  }

  private static String location(CsvScanner.Row row) {
    return "line " + row.line();
  }
}
