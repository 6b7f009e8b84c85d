package io.customerhub.crm.contact;

import io.customerhub.crm.Channel;
import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the CRM wrote about one profile id. Immutable; changed through {@link Contacts#edit}.
 *
 * @param profile the id, for ever
 * @param version 0 when first written, one more with each change
 * @param owner who looks after the person
 * @param lifecycle how far the person has come
 * @param doNotContact the channels not to be used, each with the reason
 * @param tags labels; at most {@value CrmLimits#TAGS} of up to {@value CrmLimits#TAGS} characters
 * @param createdAt when it was first written
 */
public record Facet(
    ProfileId profile,
    long version,
    Optional<Ownership> owner,
    Optional<Lifecycle> lifecycle,
    Map<Channel, String> doNotContact,
    SortedSet<String> tags,
    Instant createdAt) {

  /**
   * Checks and copies the parts.
   *
   * @throws InvalidRecordException if a value is not as described
   */
  public Facet {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(lifecycle, "lifecycle");
    EnumMap<Channel, String> refused = new EnumMap<>(Channel.class);
    doNotContact.forEach((channel, reason) -> refused.put(channel, reason(channel, reason)));
    doNotContact = Collections.unmodifiableMap(refused);
    SortedSet<String> labels = new TreeSet<>();
    tags.forEach(tag -> labels.add(Checks.text("tag", tag, CrmLimits.TAGS)));
    Checks.size("tags", labels.size(), CrmLimits.TAGS);
    tags = Collections.unmodifiableSortedSet(labels);
    Checks.time("createdAt", createdAt);
  }

  static Facet empty(ProfileId profile, Instant now) {
    return new Facet(
        profile, 0, Optional.empty(), Optional.empty(), Map.of(), new TreeSet<>(), now);
  }

  /** Returns id and version; no personal data. */
  @Override
  public String toString() {
    return "Facet[" + profile + ", version " + version + "]";
  }

  private static String reason(Channel channel, String reason) {
    if (channel == Channel.NOTE) {
      throw new InvalidRecordException("doNotContact", "cannot be a note, which reaches nobody");
    }
    return Checks.text("reason", reason, CrmLimits.TITLE);
  }
}
