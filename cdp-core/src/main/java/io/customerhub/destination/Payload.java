package io.customerhub.destination;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Profile;
import io.customerhub.spi.OutboxEntry;
import io.customerhub.spi.StoredForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * News as JSON, in the form of the Standard Webhooks specification: {@code type}, {@code timestamp}
 * and {@code data}, with {@code version} and {@code id}.
 */
final class Payload {

  /** Grows when a field changes its meaning; new fields may come without that. */
  static final int VERSION = 1;

  private static final Set<String> LISTS = Set.of("members", "changed");

  private Payload() {}

  /**
   * Writes news.
   *
   * @param profile what may be shown of the person; null for ids only
   * @param event the event that the news is about, if it may be shown; or null
   */
  static String of(
      OutboxEntry entry,
      Subscription subscription,
      @Nullable Profile profile,
      @Nullable Event event) {
    Map<String, Object> data = new TreeMap<>();
    data.put("profile", entry.about().toString());
    entry.details().forEach((name, text) -> put(data, name.split("\\.", 3), 0, text));
    if (profile != null) {
      person(data, subscription, profile);
    }
    if (event != null) {
      put(data, new String[] {"event", "properties"}, 0, event.properties());
    }
    Map<String, Object> all = new TreeMap<>();
    all.put("version", BigDecimal.valueOf(VERSION));
    all.put("id", entry.id().toString());
    all.put("type", entry.kind().key());
    all.put("timestamp", entry.at().toString());
    all.put("data", data);
    return StoredForm.values(all);
  }

  private static void person(Map<String, Object> data, Subscription subscription, Profile profile) {
    if (!subscription.traits().isEmpty()) {
      Map<String, Object> traits = new TreeMap<>();
      subscription
          .traits()
          .forEach(name -> profile.trait(name).ifPresent(value -> traits.put(name, value)));
      data.put("traits", traits);
    }
    if (!subscription.identifiers().isEmpty()) {
      List<Object> identifiers = new ArrayList<>();
      for (Identifier one : profile.identifiers()) {
        if (subscription.identifiers().contains(one.namespace())) {
          identifiers.add(Map.of("namespace", one.namespace(), "value", one.value()));
        }
      }
      data.put("identifiers", identifiers);
    }
  }

  /** Names with dots become objects in objects. */
  private static void put(Map<String, Object> into, String[] path, int depth, Object value) {
    String name = path[depth];
    if (depth == path.length - 1) {
      boolean list = depth == 0 && LISTS.contains(name);
      into.put(name, list ? List.<Object>copyOf(News.list((String) value)) : value);
    } else {
      put(inner(into, name), path, depth + 1, value);
    }
  }

  /** Every value under a name that was split is a map made here. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> inner(Map<String, Object> into, String name) {
    return (Map<String, Object>) into.computeIfAbsent(name, n -> new TreeMap<String, Object>());
  }
}
