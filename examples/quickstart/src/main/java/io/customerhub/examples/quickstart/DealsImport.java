package io.customerhub.examples.quickstart;

import io.customerhub.CustomerHub;
import io.customerhub.crm.IllegalTransitionException;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Money;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.DealDraft;
import io.customerhub.crm.deal.DealEdit;
import io.customerhub.crm.deal.DealFilter;
import io.customerhub.crm.deal.Pipeline;
import io.customerhub.event.Identifier;
import io.customerhub.intake.CsvIntake;
import io.customerhub.intake.Parsed;
import io.customerhub.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings a file of deals into a hub, each with the history of its stages, and catches up on those
 * that it knows: a second run adds nothing, and one that broke off is completed.
 */
final class DealsImport {

  private static final int SHOWN = 10;

  private final CustomerHub hub;
  private final Instant now;
  private final Progress progress;
  private final Map<String, Deal> known;
  private final List<Problem> problems = new ArrayList<>();
  private long read;
  private long fresh;
  private long setAside;

  DealsImport(CustomerHub hub, Instant now, Progress progress) {
    this.hub = hub;
    this.now = now;
    this.progress = progress;
    this.known =
        new HashMap<>(
            hub.deals()
                .collect(
                    DealFilter.all().in(SalesPipeline.KEY),
                    Collectors.toMap(Deal::name, deal -> deal, (first, again) -> first)));
  }

  /** Takes a file; never fails. */
  Loaded load(Input input) {
    try (InputStream in = input.open();
        Stream<Parsed> rows = CsvIntake.of(DealRow.mapping()).rows(in, now)) {
      progress.begin(input.name(), 0);
      Iterator<Parsed> iterator = rows.iterator();
      while (iterator.hasNext()) {
        take(input.name(), iterator.next());
        progress.at(read);
      }
      return loaded(input, "");
    } catch (IOException e) {
      return loaded(input, Failures.text(e));
    } catch (UncheckedIOException e) {
      return loaded(input, Failures.text(e));
    }
  }

  private Loaded loaded(Input input, String broken) {
    return new Loaded(
        input.name(),
        "sales team",
        read,
        fresh,
        read - fresh - setAside,
        setAside,
        false,
        0,
        problems,
        broken);
  }

  private void take(String file, Parsed row) {
    read++;
    if (row instanceof Parsed.Rejected rejected) {
      setAside(Problem.of(file, rejected));
      return;
    }
    String place = file + ":" + row.location().replace("line ", "");
    try {
      fresh += take(new DealRow(((Parsed.Accepted) row).event())) ? 1 : 0;
    } catch (BadDealException e) {
      setAside(e.at(place));
    } catch (InvalidRecordException e) {
      setAside(new Problem(place, e.field(), String.valueOf(e.getMessage())));
    } catch (IllegalTransitionException e) {
      setAside(new Problem(place, "", String.valueOf(e.getMessage())));
    }
  }

  private void setAside(Problem problem) {
    setAside++;
    if (problems.size() < SHOWN) {
      problems.add(problem);
    }
  }

  /** Returns whether anything was new. */
  private boolean take(DealRow row) throws BadDealException {
    List<DealRow.Step> steps = row.steps();
    Deal before = known.get(row.name());
    Deal deal = before == null ? open(row) : before;
    int done = deal.entries().size() - 1;
    for (DealRow.Step step : steps.subList(Math.min(done, steps.size()), steps.size())) {
      deal = take(hub.deals().of(deal), step, row).commit();
    }
    known.put(deal.name(), deal);
    return before == null || done < steps.size();
  }

  private Deal open(DealRow row) throws BadDealException {
    DealDraft draft =
        hub.deals()
            .open(row.name())
            .with(customer(row).id())
            .openedAt(row.event().time())
            .by(owner(row))
            .ownedBy(owner(row))
            .closing(day(row));
    return row.get("amount").isEmpty()
        ? draft.save()
        : draft.amount(Money.of(row.get("amount"), row.need("currency"))).save();
  }

  private DealEdit take(DealEdit edit, DealRow.Step step, DealRow row) throws BadDealException {
    edit.on(step.at()).by(owner(row));
    if (step.stage().equals("won")) {
      return edit.won("signed");
    }
    if (!step.stage().equals("lost")) {
      return edit.moveTo(step.stage());
    }
    String reason = row.need("lost_reason");
    return reason.equals(Pipeline.OTHER) ? edit.lost(reason).note("not told") : edit.lost(reason);
  }

  private Profile customer(DealRow row) throws BadDealException {
    String field = "email";
    for (Identifier identifier : row.event().identifiers()) {
      Optional<Profile> found = hub.profiles().find(identifier);
      if (found.isPresent()) {
        return found.get();
      }
      field = identifier.namespace().equals(Identifier.EMAIL) ? "email" : "card_no";
    }
    throw new BadDealException(field, "nobody is known by it");
  }

  private static UserRef owner(DealRow row) throws BadDealException {
    return UserRef.of(row.need("owner"));
  }

  private static LocalDate day(DealRow row) throws BadDealException {
    try {
      return LocalDate.parse(row.need("expected_close"));
    } catch (DateTimeException e) {
      throw new BadDealException("expected_close", "expected a date such as 2026-11-22");
    }
  }
}
