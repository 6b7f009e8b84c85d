package io.customerhub.destination;

import io.customerhub.spi.Delivery;
import io.customerhub.spi.DeliveryResult;
import io.customerhub.spi.Destination;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts news to a web address, signed as the Standard Webhooks specification says: {@code
 * webhook-id} is the idempotency key, {@code webhook-timestamp} the time of the attempt in seconds,
 * {@code webhook-signature} what {@link WebhookSignature} verifies.
 *
 * <table>
 *   <caption>What an answer means</caption>
 *   <tr><td>2xx</td><td>delivered</td></tr>
 *   <tr><td>408, 425, 429, 5xx, no answer</td><td>tried again; {@code Retry-After} of 429 and 503
 *       is heeded</td></tr>
 *   <tr><td>410</td><td>a dead letter, and the destination is paused</td></tr>
 *   <tr><td>3xx, other 4xx</td><td>a dead letter: redirects are not followed</td></tr>
 * </table>
 *
 * <p>What the receiver says in the body of its answer is not read. Thread-safe.
 */
public final class WebhookDestination implements Destination {

  private final URI address;
  private final List<WebhookSignature> signatures;
  private final Duration timeout;
  private final int bodyLimit;
  private final HttpClient client;

  WebhookDestination(WebhookBuilder parts, List<WebhookSignature> signatures) {
    this.address = parts.address;
    this.signatures = List.copyOf(signatures);
    this.timeout = parts.timeout == null ? WebhookBuilder.TIMEOUT : parts.timeout;
    this.bodyLimit = parts.bodyLimit == null ? WebhookBuilder.BODY_LIMIT : parts.bodyLimit;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Starts a webhook.
   *
   * @param address where to post to: https, or http to this very machine
   */
  public static WebhookBuilder builder(URI address) {
    return new WebhookBuilder(address);
  }

  @Override
  public DeliveryResult deliver(Delivery delivery) {
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    if (body.length > bodyLimit) {
      return DeliveryResult.refused("the body has " + body.length + " bytes");
    }
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request(delivery, body), response -> new IgnoredBody());
    try {
      // The request's own timeout ends with the headers; a body may trickle for ever.
      return result(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS), delivery);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return DeliveryResult.retry("no answer in " + timeout);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return DeliveryResult.retry(cause.getClass().getSimpleName());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return DeliveryResult.retry("interrupted");
    }
  }

  /** Returns the host; a path may hold a secret. */
  @Override
  public String toString() {
    return "WebhookDestination[" + address.getHost() + "]";
  }

  private HttpRequest request(Delivery delivery, byte[] body) {
    List<String> signed = new ArrayList<>();
    for (WebhookSignature one : signatures) {
      signed.add(one.sign(delivery.id(), delivery.attemptedAt(), delivery.body()));
    }
    return HttpRequest.newBuilder(address)
        .timeout(timeout)
        .header("Content-Type", "application/json")
        .header("webhook-id", delivery.id().toString())
        .header("webhook-timestamp", Long.toString(delivery.attemptedAt().getEpochSecond()))
        .header("webhook-signature", String.join(" ", signed))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static DeliveryResult result(HttpResponse<Void> answer, Delivery delivery) {
    int status = answer.statusCode();
    String reason = "http " + status;
    if (status / 100 == 2) {
      return DeliveryResult.delivered();
    } else if (status == 410) {
      return DeliveryResult.gone(reason);
    } else if (status == 429 || status == 503) {
      return answer
          .headers()
          .firstValue("Retry-After")
          .flatMap(header -> RetryAfter.parse(header, delivery.attemptedAt()))
          .map(wait -> DeliveryResult.retryAfter(reason, wait))
          .orElse(DeliveryResult.retry(reason));
    }
    return status == 408 || status == 425 || status / 100 == 5
        ? DeliveryResult.retry(reason)
        : DeliveryResult.refused(reason);
  }
}
