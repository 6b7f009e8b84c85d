package io.customerhub.storage.jdbc;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.intake.Parsed;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is done while the database fails. */
enum FaultyOperation {
  INGEST {
    @Override
    Runnable of(CustomerEngine engine, String tag, ProfileId a, ProfileId b) {
      return () -> engine.ingest(bridge(tag));
    }
  },
  BATCH {
    @Override
    Runnable of(CustomerEngine engine, String tag, ProfileId a, ProfileId b) {
      List<Parsed> items = new ArrayList<>();
      items.add(new Parsed.Accepted(bridge(tag), "bridge"));
      for (int i = 0; i < 5; i++) {
        items.add(new Parsed.Accepted(seen(tag + " again " + i, tag + "b"), "seen"));
      }
      return () -> engine.ingestAll("batch", items.iterator(), progress -> {});
    }
  },
  MERGE {
    @Override
    Runnable of(CustomerEngine engine, String tag, ProfileId a, ProfileId b) {
      return () -> merge(engine, a, b);
    }
  },
  UNMERGE {
    @Override
    Runnable of(CustomerEngine engine, String tag, ProfileId a, ProfileId b) {
      MergeId merge = merge(engine, a, b);
      return () -> engine.identities().unmerge(merge).by("ann").because("test").commit();
    }
  },
  ERASE {
    @Override
    Runnable of(CustomerEngine engine, String tag, ProfileId a, ProfileId b) {
      return () -> engine.privacy().erase(a).by("dpo").because("test").commit();
    }
  };

  private static final Instant TIME = Instant.parse("2026-11-21T12:00:00Z");

  /** Adds two people, and returns the operation on them. */
  Runnable prepared(CustomerEngine engine, String tag) {
    ProfileId a = engine.ingest(seen(tag + " 1", tag + "a")).profile().orElseThrow();
    ProfileId b = engine.ingest(seen(tag + " 2", tag + "b")).profile().orElseThrow();
    engine.ingest(
        Event.identify()
            .source("shop")
            .messageId(tag + " 3")
            .at(TIME)
            .userId(tag + "a")
            .trait("name", "Ada " + tag)
            .trait("city", "London"));
    return of(engine, tag, a, b);
  }

  abstract Runnable of(CustomerEngine engine, String tag, ProfileId a, ProfileId b);

  private static Event seen(String messageId, String user) {
    return Event.track("Seen").source("shop").messageId(messageId).at(TIME).userId(user).build();
  }

  private static Event bridge(String tag) {
    return Event.identify()
        .source("shop")
        .messageId(tag + " bridge")
        .at(TIME)
        .anonymousId(tag + "a")
        .userId(tag + "a")
        .email(tag + "@example.com")
        .trait("city", "Paris")
        .build();
  }

  private static MergeId merge(CustomerEngine engine, ProfileId a, ProfileId b) {
    return engine.identities().merge(a).with(b).by("ann").because("test").commit();
  }
}
