package io.customerhub.profile;

import io.customerhub.event.Identifier;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A person or organisation as known now: the view over its members. Immutable; a later look may
 * show another one.
 *
 * @param id the canonical id: that of the oldest member
 * @param version grows with every change of what is shown
 * @param members the ids that facts of this profile were born under
 * @param identifiers all identifiers, normalised and sorted
 * @param traits the shown traits that sources told, by name, each with its provenance
 * @param computed the traits that follow from what was done, by name; none of them is in {@code
 *     traits}
 * @param activity the events of all members
 */
public record Profile(
    ProfileId id,
    long version,
    SortedSet<ProfileId> members,
    List<Identifier> identifiers,
    Map<String, Trait> traits,
    Map<String, ComputedTrait> computed,
    Activity activity) {

  /** Copies the parts. */
  public Profile {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    identifiers = List.copyOf(identifiers);
    traits = Collections.unmodifiableMap(new TreeMap<>(traits));
    computed = Collections.unmodifiableMap(new TreeMap<>(computed));
  }

  /**
   * Returns a shown value in canonical form, computed or told; empty if no source named the trait,
   * or there is nothing to compute it of.
   */
  public Optional<Object> trait(String name) {
    ComputedTrait value = computed.get(name);
    return value == null ? Optional.ofNullable(traits.get(name)).map(Trait::value) : value.shown();
  }

  /** Returns a copy with these computed traits, which hide what was told under their names. */
  public Profile withComputed(Collection<ComputedTrait> values) {
    Map<String, Trait> told = new TreeMap<>(traits);
    Map<String, ComputedTrait> byName = new TreeMap<>();
    values.forEach(value -> byName.put(value.name(), value));
    told.keySet().removeAll(byName.keySet());
    return new Profile(id, version, members, identifiers, told, byName, activity);
  }

  /** Returns whether the profile has an identifier, given in normalised form. */
  public boolean has(Identifier identifier) {
    return identifiers.contains(identifier);
  }

  /** Returns id, version and counts; no personal data. */
  @Override
  public String toString() {
    return "Profile["
        + id
        + ", version "
        + version
        + ", "
        + members.size()
        + " members, "
        + identifiers.size()
        + " identifiers, "
        + traits.size()
        + " traits, "
        + activity.events()
        + " events]";
  }
}
