package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.spi.EventStore.EventKey;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes (HMAC-SHA-256) of what a person is known by: who does not have the key cannot find
 * out by trying e-mail addresses. Parts are length-prefixed, so that no two things are written
 * alike. Immutable and thread-safe.
 */
final class Fingerprints {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Fingerprints(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  String of(Identifier identifier) {
    return hash(
        part(part(new StringBuilder("identifier|"), identifier.namespace()), identifier.value()));
  }

  /** Returns that of a record: what was said of the person beside identifiers others have too. */
  String of(Collection<Identifier> sorted, Map<String, String> fields) {
    StringBuilder text = new StringBuilder("record|");
    for (Identifier identifier : sorted) {
      part(part(text, identifier.namespace()), identifier.value());
    }
    text.append('|');
    new TreeMap<>(fields).forEach((name, value) -> part(part(text, name), value));
    return hash(text);
  }

  String of(EventKey event) {
    return hash(part(part(new StringBuilder("event|"), event.source()), event.messageId()));
  }

  private static StringBuilder part(StringBuilder text, String part) {
    return text.append(part.length()).append(':').append(part);
  }

  private String hash(StringBuilder text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(mac().doFinal(bytes));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new AssertionError("every Java platform has " + ALGORITHM, e);
    }
  }
}
