package io.customerhub;

import io.customerhub.crm.CrmContext;
import io.customerhub.crm.contact.Contacts;
import io.customerhub.crm.deal.Deals;
import io.customerhub.crm.deal.Pipelines;
import io.customerhub.crm.interaction.Interactions;
import io.customerhub.crm.report.Reports;
import io.customerhub.crm.task.Tasks;
import io.customerhub.crm.timeline.CrmTimeline;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.Profiles;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import io.customerhub.spi.Transaction;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The CRM half of a hub. */
record CrmParts(
    Deals deals,
    Tasks tasks,
    Interactions interactions,
    Contacts contacts,
    Reports reports,
    Timelines timelines) {

  static CrmParts of(
      Storage storage, Clock clock, IdSource ids, CustomerHubBuilder parts, CustomerEngine engine) {
    CrmContext context =
        new CrmContext(
            new Through(engine, storage), clock, ids, Profiles::members, new HubChanges(engine));
    Deals deals = new Deals(context, Pipelines.of(parts.pipelines()));
    Tasks tasks = new Tasks(context);
    Interactions interactions = new Interactions(context);
    return new CrmParts(
        deals,
        tasks,
        interactions,
        new Contacts(context),
        new Reports(deals),
        new Timelines(storage, clock, new CrmTimeline(deals, tasks, interactions)));
  }

  /** Writes through the engine, which notes of whom it remembers something that is out of date. */
  private record Through(CustomerEngine engine, Storage storage) implements Storage {

    @Override
    public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
      return engine.inTransaction(work);
    }

    @Override
    public void close() {
      storage.close();
    }
  }
}
