package io.customerhub.destination;

import com.google.common.base.Splitter;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.NewsKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Something that happened to a profile, before it is known whom to tell.
 *
 * @param kind what happened
 * @param about the canonical id
 * @param details what else belongs to the news, name to text; a name with a dot in it, such as
 *     {@code event.source}, becomes an object in payloads
 * @param at when
 */
public record News(NewsKind kind, ProfileId about, Map<String, String> details, Instant at) {

  /** The detail that names the segment. */
  public static final String SEGMENT = "segment";

  private static final String SEPARATOR = "\u001f";

  /** Checks and copies the parts. */
  public News {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(at, "at");
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /** Returns a detail that lists several things. */
  public static String list(Collection<?> items) {
    return String.join(SEPARATOR, items.stream().map(Object::toString).toList());
  }

  /** Returns what a detail lists. */
  static List<String> list(String detail) {
    return Splitter.on(SEPARATOR).splitToList(detail);
  }

  /** Returns kind and id; not the details. */
  @Override
  public String toString() {
    return "News[" + kind.key() + " about " + about + "]";
  }
}
