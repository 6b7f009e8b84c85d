package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.EventStore.EventKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param phase what is looked at
 * @param event the last event that was
 * @param profile the last profile that was
 * @param entry the last entry of the audit log that was
 */
record RebuildPosition(
    Phase phase, @Nullable EventKey event, @Nullable ProfileId profile, @Nullable UUID entry) {

  static final RebuildPosition START = new RebuildPosition(Phase.ERASED, null, null, null);
  static final RebuildPosition PROFILES = new RebuildPosition(Phase.PROFILES, null, null, null);
  static final RebuildPosition EVENTS = new RebuildPosition(Phase.EVENTS, null, null, null);
  static final RebuildPosition END = new RebuildPosition(Phase.DONE, null, null, null);

  /** In their order. */
  enum Phase {
    ERASED,
    EVENTS,
    PROFILES,
    DONE
  }

  static RebuildPosition after(EventKey event) {
    return new RebuildPosition(Phase.EVENTS, event, null, null);
  }

  static RebuildPosition after(ProfileId profile) {
    return new RebuildPosition(Phase.PROFILES, null, profile, null);
  }

  static RebuildPosition after(UUID entry) {
    return new RebuildPosition(Phase.ERASED, null, null, entry);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  static RebuildPosition of(String text) {
    String[] parts = text.split(":", -1);
    try {
      Phase phase = Phase.valueOf(parts[0].toUpperCase(Locale.ROOT));
      if (parts.length == 1) {
        return new RebuildPosition(phase, null, null, null);
      }
      return switch (phase) {
        case EVENTS -> after(new EventKey(decoded(parts[1]), decoded(parts[2])));
        case PROFILES -> after(new ProfileId(UUID.fromString(parts[1])));
        case ERASED, DONE -> after(UUID.fromString(parts[1]));
      };
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("from: not the position of a rebuild", e);
    }
  }

  /** Returns a text to go on from. */
  String text() {
    String name = phase.name().toLowerCase(Locale.ROOT);
    if (event != null) {
      return name + ":" + encoded(event.source()) + ":" + encoded(event.messageId());
    }
    return profile != null ? name + ":" + profile : entry != null ? name + ":" + entry : name;
  }

  private static String encoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decoded(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
