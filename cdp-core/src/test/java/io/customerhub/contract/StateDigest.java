package io.customerhub.contract;

import io.customerhub.engine.CustomerEngine;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventStore;
import io.customerhub.spi.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * All that an engine shows, written so that equal states are equal texts: without any id it made.
 */
public final class StateDigest {

  private StateDigest() {}

  /** Returns profiles with events, identifiers, shown values, activity and memberships. */
  public static List<String> of(CustomerEngine engine) {
    List<String> lines = new ArrayList<>();
    for (Profile profile : profiles(engine)) {
      StringBuilder line = new StringBuilder();
      line.append(events(engine, profile, event -> true));
      line.append(
          profile.identifiers().stream().map(i -> i.namespace() + "=" + i.value()).toList());
      profile
          .traits()
          .forEach(
              (name, trait) ->
                  line.append(name)
                      .append('=')
                      .append(trait.claim().value())
                      .append(" by ")
                      .append(trait.claim().messageId())
                      .append(';'));
      line.append(profile.activity());
      line.append(engine.segments().of(profile.id()));
      lines.add(line.toString());
    }
    lines.sort(null);
    return lines;
  }

  /** Returns who shares a profile with whom, by the events of a predicate. */
  public static Set<Set<String>> partition(CustomerEngine engine, Predicate<StoredEvent> which) {
    Map<ProfileId, Set<String>> groups = new HashMap<>();
    for (Profile profile : profiles(engine)) {
      Set<String> events = events(engine, profile, which);
      if (!events.isEmpty()) {
        groups.put(profile.id(), events);
      }
    }
    return Set.copyOf(groups.values());
  }

  /** Returns every event's birth member, by source and messageId. */
  public static Map<String, ProfileId> births(CustomerEngine engine) {
    Map<String, ProfileId> births = new HashMap<>();
    for (StoredEvent event : allEvents(engine)) {
      births.put(key(event), event.about().orElse(null));
    }
    return births;
  }

  public static List<Profile> profiles(CustomerEngine engine) {
    List<Profile> all = new ArrayList<>();
    List<Profile> page;
    do {
      page = engine.profiles().list(all.isEmpty() ? null : all.get(all.size() - 1).id(), 50);
      all.addAll(page);
    } while (page.size() == 50);
    return all;
  }

  public static List<StoredEvent> allEvents(CustomerEngine engine) {
    List<StoredEvent> all = new ArrayList<>();
    List<StoredEvent> page;
    do {
      StoredEvent last = all.isEmpty() ? null : all.get(all.size() - 1);
      EventStore.EventKey after =
          last == null
              ? null
              : new EventStore.EventKey(last.event().source(), last.event().messageId());
      page = engine.inTransaction(tx -> tx.events().scan(after, 100));
      all.addAll(page);
    } while (page.size() == 100);
    return all;
  }

  private static Set<String> events(
      CustomerEngine engine, Profile profile, Predicate<StoredEvent> which) {
    Set<String> keys = new TreeSet<>();
    engine.profiles().events(profile.id(), 100_000).stream()
        .filter(which)
        .forEach(event -> keys.add(key(event)));
    return keys;
  }

  static String key(StoredEvent event) {
    return event.event().source() + "/" + event.event().messageId();
  }
}
