package io.customerhub.profile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What events of one name said that are not kept one by one any more. Holds personal data; {@link
 * #toString()} does not show it. Immutable.
 *
 * @param name the events' name
 * @param activity how many there were, and when
 * @param claims what they said of traits, the latest per trait and source, sorted by trait, then
 *     source
 * @param properties what they said of properties, by name: of at most {@value #PROPERTIES}, the
 *     first ones in alphabetical order
 */
public record EventSummary(
    String name, Activity activity, List<Claim> claims, Map<String, PropertySummary> properties) {

  /** As many as one event may have; more come together only where names are made up. */
  public static final int PROPERTIES = 256;

  /** Copies the parts, and leaves out the properties beyond the limit. */
  public EventSummary {
    claims = List.copyOf(claims);
    properties = first(new TreeMap<>(properties));
  }

  /** The order in which summaries are added does not matter: the names only become more. */
  private static SortedMap<String, PropertySummary> first(TreeMap<String, PropertySummary> all) {
    while (all.size() > PROPERTIES) {
      all.pollLastEntry();
    }
    return Collections.unmodifiableSortedMap(all);
  }

  /** Returns how many events and properties; no name and no value. */
  @Override
  public String toString() {
    return "EventSummary[" + activity.events() + " events, " + properties.size() + " properties]";
  }
}
