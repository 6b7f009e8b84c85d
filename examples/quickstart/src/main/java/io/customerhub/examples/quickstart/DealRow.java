package io.customerhub.examples.quickstart;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.intake.CsvMapping;
import io.customerhub.intake.CsvMappingBuilder;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of a file of deals: what is said of the deal, and the times at which it came to each
 * stage.
 *
 * @param event the row, read as an event of the customer's
 */
record DealRow(Event event) {

  private static final List<String> PLAIN =
      List.of("deal_no", "title", "amount", "currency", "owner", "lost_reason", "expected_close");
  private static final List<String> TIMES =
      List.of("qualified_at", "proposal_at", "negotiation_at", "won_at", "lost_at");

  /** Returns how to read such a file: rows become events, the customer their identifiers. */
  static CsvMapping mapping() {
    CsvMappingBuilder mapping =
        CsvMapping.source("deals")
            .track("Deal")
            .time("opened_at")
            .column("email", "identifier." + Identifier.EMAIL)
            .column("card_no", "identifier." + Identifier.LOYALTY_CARD);
    PLAIN.forEach(column -> mapping.column(column, "property." + column));
    TIMES.forEach(column -> mapping.column(column, "property." + column));
    return mapping.build();
  }

  /** A step of a deal: when it came to a stage. */
  record Step(String stage, Instant at) {}

  /** Returns a value, or an empty text if the cell is. */
  String get(String column) {
    Object value = event.properties().get(column);
    return value == null ? "" : value.toString();
  }

  /** Returns a value, or fails as a row that cannot be taken. */
  String need(String column) throws BadDealException {
    String value = get(column);
    if (value.isEmpty()) {
      throw new BadDealException(column, "expected a value");
    }
    return value;
  }

  /** The number makes the name unique, which is how a second run knows the deal again. */
  String name() throws BadDealException {
    return get("title") + " (" + need("deal_no") + ")";
  }

  /** Returns when it came to each stage after the first, in order. */
  List<Step> steps() throws BadDealException {
    List<Step> steps = new ArrayList<>();
    for (String column : TIMES) {
      Optional<Instant> at = time(column);
      at.ifPresent(time -> steps.add(new Step(column.substring(0, column.length() - 3), time)));
    }
    return steps;
  }

  private Optional<Instant> time(String column) throws BadDealException {
    String value = get(column);
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(value));
    } catch (DateTimeParseException e) {
      throw new BadDealException(column, "expected a time such as 2026-11-22T12:00:00Z");
    }
  }
}
