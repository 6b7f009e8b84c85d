package io.customerhub.spi;

import io.customerhub.event.ReasonCode;
import java.time.Instant;
import java.util.Objects;

/**
 * Input that was not taken, kept with its reason so that nothing is lost.
 *
 * @param key names the input, so that handing it over again adds nothing: a hash of source,
 *     location and content
 * @param at when it was set aside
 * @param source who sent it
 * @param location where it stands, such as a file's name and line
 * @param code why
 * @param field which field
 * @param message what was found and expected; no personal data
 * @param raw the input itself, shortened; personal data, never logged
 */
public record SetAside(
    String key,
    Instant at,
    String source,
    String location,
    ReasonCode code,
    String field,
    String message,
    String raw) {

  /** Checks that the parts are present. */
  public SetAside {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(raw, "raw");
  }

  /** Returns where and why; never the input. */
  @Override
  public String toString() {
    return "SetAside[" + source + " " + location + " " + field + ": " + message + " " + code + "]";
  }
}
