package io.customerhub.destination;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of the Standard Webhooks specification: HMAC-SHA256 over id, time and body. For those
 * who receive webhooks as well. Immutable; thread-safe.
 */
public final class WebhookSignature {

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  private final SecretKeySpec key;

  private WebhookSignature(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * Returns the signatures of a secret.
   *
   * @param secret 24 to 64 bytes in Base64, {@code whsec_} before it or not
   * @throws IllegalArgumentException if it is not; the message does not show it
   */
  public static WebhookSignature of(String secret) {
    String encoded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    byte[] bytes = decoded(encoded);
    if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("secret: expected 24 to 64 bytes in Base64");
    }
    return new WebhookSignature(new SecretKeySpec(bytes, ALGORITHM));
  }

  /** Returns the signature as it stands in the header {@code webhook-signature}. */
  public String sign(String id, Instant at, String body) {
    String signed = id + "." + at.getEpochSecond() + "." + body;
    byte[] hash = mac().doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return VERSION + Base64.getEncoder().encodeToString(hash);
  }

  /**
   * Returns whether one of the signatures in a header is right, and its time near enough.
   *
   * @param id the header {@code webhook-id}
   * @param timestamp the header {@code webhook-timestamp}
   * @param header the header {@code webhook-signature}: signatures, separated by blanks
   * @param now the time by the receiver's clock
   * @param tolerance how far the times may be apart, such as five minutes
   */
  public boolean verify(
      String id, String timestamp, String header, String body, Instant now, Duration tolerance) {
    if (!timestamp.matches("\\d{1,11}")) {
      return false;
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
    byte[] right = sign(id, at, body).getBytes(StandardCharsets.UTF_8);
    boolean found = false;
    for (String given : Splitter.on(' ').split(header)) {
      found |= MessageDigest.isEqual(right, given.getBytes(StandardCharsets.UTF_8));
    }
    return found && Duration.between(at, now).abs().compareTo(tolerance) <= 0;
  }

  /** Shows nothing of the secret. */
  @Override
  public String toString() {
    return "WebhookSignature[v1]";
  }

  String sign(UUID id, Instant at, String body) {
    return sign(id.toString(), at, body);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }

  /** The decoder's message would show a part of the secret. */
  private static byte[] decoded(String encoded) {
    try {
      return Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
