package io.customerhub.crm.contact;

import io.customerhub.crm.Channel;
import io.customerhub.crm.Checks;
import io.customerhub.crm.CrmLimits;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.UserRef;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Collects changes of one facet, which {@link #save} makes together. Not thread-safe. */
public final class ContactEdit {

  private final Contacts contacts;
  private final ProfileId profile;
  private final List<BiConsumer<Parts, Instant>> changes = new ArrayList<>();
  private UserRef by = UserRef.SYSTEM;

  /** A facet while it is changed. */
  private static final class Parts {

    private @Nullable Ownership owner;
    private @Nullable Lifecycle lifecycle;
    private final Map<Channel, String> doNotContact = new EnumMap<>(Channel.class);
    private final SortedSet<String> tags = new TreeSet<>();
  }

  ContactEdit(Contacts contacts, ProfileId profile) {
    this.contacts = contacts;
    this.profile = Objects.requireNonNull(profile, "profile");
  }

  /** Gives the person to a user. */
  public ContactEdit owner(UserRef user) {
    Objects.requireNonNull(user, "user");
    return change((parts, now) -> parts.owner = new Ownership(user, now));
  }

  /** Takes the owner away; another facet's owner may then show. */
  public ContactEdit noOwner() {
    return change((parts, now) -> parts.owner = null);
  }

  /** Sets how far the person has come. */
  public ContactEdit lifecycle(Lifecycle lifecycle) {
    Objects.requireNonNull(lifecycle, "lifecycle");
    return change((parts, now) -> parts.lifecycle = lifecycle);
  }

  /**
   * Forbids a channel.
   *
   * @param reason why; 1 to {@value CrmLimits#TITLE} characters
   * @throws InvalidRecordException if the reason is blank or too long
   */
  public ContactEdit doNotContact(Channel channel, String reason) {
    String checked = Checks.text("reason", reason, CrmLimits.TITLE);
    return change((parts, now) -> parts.doNotContact.put(channel, checked));
  }

  /** Takes back that a channel is forbidden; it stays so while another facet forbids it. */
  public ContactEdit mayContact(Channel channel) {
    return change((parts, now) -> parts.doNotContact.remove(channel));
  }

  /**
   * Adds a tag.
   *
   * @throws InvalidRecordException if it is blank or longer than {@value CrmLimits#TAGS} characters
   */
  public ContactEdit tag(String tag) {
    String checked = Checks.text("tag", tag, CrmLimits.TAGS);
    return change((parts, now) -> parts.tags.add(checked));
  }

  /** Removes a tag, if it is there. */
  public ContactEdit untag(String tag) {
    String checked = Checks.text("tag", tag, CrmLimits.TAGS);
    return change((parts, now) -> parts.tags.remove(checked));
  }

  /** Sets who makes the change; {@link UserRef#SYSTEM} if not set. */
  public ContactEdit by(UserRef user) {
    this.by = Objects.requireNonNull(user, "user");
    return this;
  }

  /**
   * Makes the changes and returns the contact as it shows then.
   *
   * @throws InvalidRecordException if a value is refused; names the field
   * @throws IllegalStateException if there is nothing to change
   * @throws io.customerhub.engine.UnknownProfileException if it is about somebody whom nobody knows
   */
  public Contact save() {
    if (changes.isEmpty()) {
      throw new IllegalStateException("there is nothing to change");
    }
    return contacts.save(this);
  }

  ProfileId profile() {
    return profile;
  }

  UserRef actor() {
    return by;
  }

  Facet applyTo(Facet stored, Instant now) {
    Parts parts = new Parts();
    parts.owner = stored.owner().orElse(null);
    parts.lifecycle = stored.lifecycle().orElse(null);
    parts.doNotContact.putAll(stored.doNotContact());
    parts.tags.addAll(stored.tags());
    changes.forEach(change -> change.accept(parts, now));
    return new Facet(
        stored.profile(),
        stored.version(),
        Optional.ofNullable(parts.owner),
        Optional.ofNullable(parts.lifecycle),
        parts.doNotContact,
        parts.tags,
        stored.createdAt());
  }

  private ContactEdit change(BiConsumer<Parts, Instant> change) {
    changes.add(change);
    return this;
  }
}
