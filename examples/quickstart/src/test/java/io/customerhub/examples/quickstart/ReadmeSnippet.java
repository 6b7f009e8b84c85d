package io.customerhub.examples.quickstart;

import io.customerhub.CustomerHub;
import io.customerhub.crm.deal.Deal;
import io.customerhub.destination.FileDestination;
import io.customerhub.destination.Subscription;
import io.customerhub.destination.WebhookDestination;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Profile;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.Storage;
import io.customerhub.storage.jdbc.JdbcStorage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import javax.sql.DataSource;

/** The README's lines, compiled; what stands between the marks has to equal the README. */
final class ReadmeSnippet {

  private ReadmeSnippet() {}

  static void inDatabase(DataSource dataSource) {
    // <in-database>
    try (CustomerHub hub =
        CustomerHub.builder()
            .storage(JdbcStorage.create(dataSource)) // leave out: everything stays in memory
            .build()) {

      hub.ingest(
          Event.track("Order Completed")
              .source("shop")
              .anonymousId("cookie-17")
              .email("ada@example.com")
              .property("revenue", 129.90));
      hub.ingest(
          Event.identify()
              .source("pos")
              .loyaltyCard("LC-4711")
              .phone("+84 912 345 678")
              .trait("name", "Ada Lovelace")
              .trait("city", "London"));

      hub.segments()
          .define(
              "loyal",
              """
          trait.city = "London" and did "Order Completed" at least 3 times in last 90 days""");

      Profile ada = hub.profiles().find(Identifier.email("ada@example.com")).orElseThrow();
      Deal deal =
          hub.deals().open("Analytical Engine").with(ada.id()).amount("12000", "GBP").save();
      hub.deals().of(deal).moveTo("proposal").commit();
      hub.tasks().plan("Send the quote").about(deal).due(LocalDate.of(2026, 12, 1)).save();
      hub.interactions()
          .call(ada.id())
          .outbound()
          .lasting(Duration.ofMinutes(12))
          .summary("volume pricing")
          .log();

      System.out.println(hub.explain(ada.id())); // who is this, and how do we know
    }
    // </in-database>
  }

  static void inMemory() {
    // <in-memory>
    try (CustomerHub hub = CustomerHub.builder().build()) {

      hub.ingest(
          Event.track("Order Completed")
              .source("shop")
              .anonymousId("cookie-17")
              .email("ada@example.com")
              .property("revenue", 129.90));
      hub.ingest(
          Event.identify()
              .source("pos")
              .loyaltyCard("LC-4711")
              .phone("+84 912 345 678")
              .trait("name", "Ada Lovelace")
              .trait("city", "London"));

      hub.segments()
          .define(
              "loyal",
              """
          trait.city = "London" and did "Order Completed" at least 3 times in last 90 days""");

      Profile ada = hub.profiles().find(Identifier.email("ada@example.com")).orElseThrow();
      Deal deal =
          hub.deals().open("Analytical Engine").with(ada.id()).amount("12000", "GBP").save();
      hub.deals().of(deal).moveTo("proposal").commit();
      hub.tasks().plan("Send the quote").about(deal).due(LocalDate.of(2026, 12, 1)).save();
      hub.interactions()
          .call(ada.id())
          .outbound()
          .lasting(Duration.ofMinutes(12))
          .summary("volume pricing")
          .log();

      System.out.println(hub.explain(ada.id())); // who is this, and how do we know
    }
    // </in-memory>
  }

  static CustomerHub destinations(Storage storage, URI uri, String secret) {
    // <destinations>
    CustomerHub hub =
        CustomerHub.builder()
            .storage(storage)
            .destination(
                Subscription.to(
                        "newsletter", WebhookDestination.builder(uri).secret(secret).build())
                    .kinds(NewsKind.SEGMENT_ENTERED, NewsKind.SEGMENT_LEFT)
                    .segments("loyal")
                    .requiresConsent("email.marketing", "email")
                    .atMost(3, Duration.ofDays(1))
                    .traits("name")
                    .identifiers("email")
                    .build())
            .destination("log", FileDestination.builder(Path.of("news.jsonl")).build())
            .deliverInBackground(Duration.ofSeconds(1)) // or: hub.destinations().deliver()
            .build();
    // </destinations>
    return hub;
  }
}
