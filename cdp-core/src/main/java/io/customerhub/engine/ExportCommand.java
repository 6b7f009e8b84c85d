package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import java.io.IOException;
import java.util.Objects;

/** Collects what handing out a person's data needs. Not thread-safe. */
public final class ExportCommand {

  private final Privacy privacy;
  private final ProfileId profile;
  private String actor = "unknown";
  private String reason = "";

  ExportCommand(Privacy privacy, ProfileId profile) {
    this.privacy = privacy;
    this.profile = Objects.requireNonNull(profile, "profile");
  }

  /** Sets who hands it out, in at most 128 characters; {@code unknown} if not set. */
  public ExportCommand by(String actor) {
    this.actor = Checks.actor(actor);
    return this;
  }

  /** Sets why, in at most 1,000 characters, such as the number of the person's request. */
  public ExportCommand because(String reason) {
    this.reason = Checks.reason(reason);
    return this;
  }

  /**
   * Writes one JSON object with all that is known of the person, in clear, and notes in the audit
   * log that it was handed out. It has, in this order:
   *
   * <ul>
   *   <li>{@code format}: {@code customerhub-person/1}; {@code profile}, {@code exportedAt};
   *   <li>{@code members}: each with {@code id}, {@code bornAt}, {@code identifiers}, {@code
   *       fields} to match by, {@code claims} and, but for the first, what {@code joined} it;
   *   <li>{@code identifiers}: pairs of namespace and value;
   *   <li>{@code traits}: the shown values by name, each with source, time, messageId, member,
   *       rule; {@code computedTraits}: those that follow from events, each with its definition;
   *   <li>{@code rfm}: the scores as three digits, if there are any;
   *   <li>{@code activity}: how many events, first and last;
   *   <li>{@code segments}: those the person is in, since when and why;
   *   <li>{@code segmentHistory}: when the person's profiles entered and left segments;
   *   <li>{@code links} and {@code journal}: the evidence and decisions on who the person is;
   *   <li>{@code consents}: every grant and withdrawal, oldest first;
   *   <li>{@code records}: deals, tasks, interactions and whatever else, with every version;
   *   <li>{@code audit}: what others did about the person;
   *   <li>{@code setAside}: input that was not taken and names an identifier of the person;
   *   <li>{@code eventSummaries}: what events said in sum that are not kept one by one any more;
   *   <li>{@code events}: in order of time, each with the member it was born under.
   * </ul>
   *
   * <p>Times are ISO 8601 in UTC. Events are read in pages, each in a transaction of its own, so
   * memory does not follow their number; what comes in meanwhile may or may not be part of it.
   *
   * @param out written to, neither flushed nor closed
   * @throws IOException if writing fails
   * @throws ErasedProfileException if the person was erased
   * @throws UnknownProfileException if the id is unknown
   */
  public void to(Appendable out) throws IOException {
    privacy.export(this, Objects.requireNonNull(out, "out"));
  }

  ProfileId profile() {
    return profile;
  }

  String actor() {
    return actor;
  }

  String reason() {
    return reason;
  }
}
