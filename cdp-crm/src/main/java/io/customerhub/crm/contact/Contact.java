package io.customerhub.crm.contact;

import io.customerhub.crm.Channel;
import io.customerhub.crm.UserRef;
import io.customerhub.profile.ProfileId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A person as the CRM sees it now: the view over the facets of all ids that belong to the profile.
 * Immutable. Every value says which facet it is from.
 *
 * @param profile the id that stands for the profile now
 * @param facets what was written about its ids, in ascending order of id; empty if nothing was
 */
public record Contact(ProfileId profile, List<Facet> facets) {

  /** Copies the parts. */
  public Contact {
    facets = facets.stream().sorted(Comparator.comparing(Facet::profile)).toList();
  }

  static Contact of(ProfileId profile, Collection<Facet> facets) {
    return new Contact(profile, List.copyOf(facets));
  }

  /** Returns the owner that was set last, of those that are set. */
  public Optional<Shown<UserRef>> owner() {
    return facets.stream()
        .filter(facet -> facet.owner().isPresent())
        .max(Comparator.comparing(facet -> facet.owner().orElseThrow().since()))
        .map(
            facet ->
                new Shown<>(
                    facet.owner().orElseThrow().user(), facet.profile(), Shown.Rule.LATEST));
  }

  /** Returns the furthest lifecycle; empty if none is set. */
  public Optional<Shown<Lifecycle>> lifecycle() {
    return facets.stream()
        .filter(facet -> facet.lifecycle().isPresent())
        .max(Comparator.comparing(facet -> facet.lifecycle().orElseThrow()))
        .map(
            facet ->
                new Shown<>(facet.lifecycle().orElseThrow(), facet.profile(), Shown.Rule.FURTHEST));
  }

  /** Returns the channels not to be used, each with a reason: one facet that forbids is enough. */
  public Map<Channel, Shown<String>> doNotContact() {
    Map<Channel, Shown<String>> refused = new EnumMap<>(Channel.class);
    for (Facet facet : facets) {
      facet
          .doNotContact()
          .forEach(
              (channel, reason) ->
                  refused.putIfAbsent(
                      channel, new Shown<>(reason, facet.profile(), Shown.Rule.MOST_RESTRICTIVE)));
    }
    return Collections.unmodifiableMap(refused);
  }

  /** Returns whether a channel may be used. */
  public boolean mayContact(Channel channel) {
    return !doNotContact().containsKey(channel);
  }

  /** Returns the tags of all facets, each with the first facet that has it. */
  public Map<String, Shown<String>> tags() {
    Map<String, Shown<String>> all = new TreeMap<>();
    for (Facet facet : facets) {
      facet
          .tags()
          .forEach(
              tag -> all.putIfAbsent(tag, new Shown<>(tag, facet.profile(), Shown.Rule.UNION)));
    }
    return Collections.unmodifiableMap(all);
  }

  /** Returns the id and the number of facets; no personal data. */
  @Override
  public String toString() {
    return "Contact[" + profile + ", " + facets.size() + " facets]";
  }
}
