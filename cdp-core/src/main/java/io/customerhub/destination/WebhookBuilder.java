package io.customerhub.destination;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a webhook is made of. Setting anything twice is an error. Not thread-safe. */
public final class WebhookBuilder {

  static final Duration TIMEOUT = Duration.ofSeconds(10);
  static final int BODY_LIMIT = 256 * 1024;

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  final URI address;
  @Nullable Duration timeout;
  @Nullable Integer bodyLimit;
  private @Nullable WebhookSignature secret;
  private @Nullable WebhookSignature previous;
  private boolean insecure;

  WebhookBuilder(URI address) {
    this.address = Objects.requireNonNull(address, "address");
  }

  /**
   * Sets the secret that receivers verify with. Required.
   *
   * @param secret 24 to 64 random bytes in Base64, {@code whsec_} before it or not
   * @throws IllegalArgumentException if it is not; the message does not show it
   */
  public WebhookBuilder secret(String secret) {
    this.secret = once("secret", this.secret, WebhookSignature.of(secret));
    return this;
  }

  /**
   * Sets the secret of before, with which is signed as well until all receivers know the new one.
   */
  public WebhookBuilder previousSecret(String secret) {
    this.previous = once("previousSecret", this.previous, WebhookSignature.of(secret));
    return this;
  }

  /** Sets how long an answer may take, 1 ms to 2 minutes; 10 seconds if not set. */
  public WebhookBuilder timeout(Duration timeout) {
    if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("timeout: " + timeout + ", expected 1 ms to 2 minutes");
    }
    this.timeout = once("timeout", this.timeout, timeout);
    return this;
  }

  /**
   * Sets the largest body, 1 KiB to 16 MiB; 256 KiB if not set. What is larger is a dead letter.
   */
  public WebhookBuilder bodyLimit(int bytes) {
    if (bytes < 1024 || bytes > 16 * 1024 * 1024) {
      throw new IllegalArgumentException("bodyLimit: " + bytes + ", expected 1 KiB to 16 MiB");
    }
    this.bodyLimit = once("bodyLimit", this.bodyLimit, bytes);
    return this;
  }

  /** Allows http to another machine: everybody in between reads along. */
  public WebhookBuilder allowInsecure() {
    insecure = true;
    return this;
  }

  /**
   * Returns the destination.
   *
   * @throws IllegalStateException if no secret is set
   * @throws IllegalArgumentException if the address is neither https nor http to this machine,
   *     names no host, or holds a user or a fragment
   */
  public WebhookDestination build() {
    if (secret == null) {
      throw new IllegalStateException("secret has to be set");
    }
    check();
    List<WebhookSignature> signatures = new ArrayList<>(List.of(secret));
    if (previous != null) {
      signatures.add(previous);
    }
    return new WebhookDestination(this, signatures);
  }

  private void check() {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    String host = address.getHost();
    if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
      throw new IllegalArgumentException("address: expected a host, no user and no fragment");
    }
    boolean local = LOCAL.contains(host.toLowerCase(Locale.ROOT));
    if (!scheme.equals("https") && !(scheme.equals("http") && (local || insecure))) {
      throw new IllegalArgumentException("address: expected https to " + host);
    }
  }

  private static <T> T once(String name, @Nullable T set, T value) {
    if (set != null) {
      throw new IllegalStateException(name + " is set already");
    }
    return value;
  }
}
