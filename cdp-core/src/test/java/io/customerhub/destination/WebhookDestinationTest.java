package io.customerhub.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.customerhub.spi.Delivery;
import io.customerhub.spi.DeliveryResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class WebhookDestinationTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OLDER = "C2FVsBQIhrscChlQIMV+b5sSYspob7oDPZbWFcJRXgI=";
  private static final Delivery DELIVERY = Deliveries.of(1, "{\"name\":\"Adä\"}");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  private record Request(String path, Headers headers, String body) {}

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stopServer() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void a_delivery_is_posted_and_signed() {
    answer(204);

    assertThat(webhook().deliver(DELIVERY)).isEqualTo(DeliveryResult.delivered());

    Request request = requests.get(0);
    assertThat(request.body()).isEqualTo(DELIVERY.body());
    assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(request.headers().getFirst("webhook-id")).isEqualTo(DELIVERY.id().toString());
    assertThat(verified(request, SECRET)).isTrue();
    assertThat(verified(request, OLDER)).isFalse();
  }

  @Test
  void while_a_secret_is_replaced_both_sign() {
    answer(200);

    webhookBuilder().secret(SECRET).previousSecret(OLDER).build().deliver(DELIVERY);

    assertThat(verified(requests.get(0), SECRET)).isTrue();
    assertThat(verified(requests.get(0), OLDER)).isTrue();
  }

  @Test
  void every_status_has_its_meaning() {
    for (int status : new int[] {200, 201, 202, 204, 299}) {
      assertThat(resultOf(status)).isEqualTo(DeliveryResult.delivered());
    }
    for (int status : new int[] {408, 425, 429, 500, 502, 503, 504, 599}) {
      assertThat(resultOf(status)).isEqualTo(DeliveryResult.retry("http " + status));
    }
    for (int status : new int[] {400, 401, 403, 404, 409, 413, 422, 499}) {
      assertThat(resultOf(status)).isEqualTo(DeliveryResult.refused("http " + status));
    }
    assertThat(resultOf(410)).isEqualTo(DeliveryResult.gone("http 410"));
  }

  @Test
  void redirects_are_not_followed() {
    handle(
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
        });

    assertThat(webhook().deliver(DELIVERY)).isEqualTo(DeliveryResult.refused("http 307"));
    assertThat(requests).extracting(Request::path).containsExactly("/hook");
  }

  @Test
  void the_receiver_may_ask_for_time() {
    assertThat(retryAfter(503, "120"))
        .isEqualTo(DeliveryResult.retryAfter("http 503", Duration.ofMinutes(2)));
    assertThat(retryAfter(429, "Sun, 22 Nov 2026 12:00:30 GMT"))
        .isEqualTo(DeliveryResult.retryAfter("http 429", Duration.ofSeconds(30)));
    for (String useless : List.of("soon", "-5", "99999999999", "Sun, 22 Nov 2026 11:00:00 GMT")) {
      assertThat(retryAfter(503, useless)).isEqualTo(DeliveryResult.retry("http 503"));
    }
    assertThat(retryAfter(500, "120")).isEqualTo(DeliveryResult.retry("http 500"));
  }

  @Test
  void what_the_receiver_says_is_not_kept() {
    handle(exchange -> respond(exchange, 400, "no such user ada@example.com".getBytes(UTF_8)));

    assertThat(webhook().deliver(DELIVERY).toString()).doesNotContain("ada");
  }

  @Test
  void a_receiver_that_does_not_answer_is_left_after_the_timeout() {
    handle(exchange -> await());

    assertThat(
            webhookBuilder()
                .secret(SECRET)
                .timeout(Duration.ofMillis(300))
                .build()
                .deliver(DELIVERY))
        .isInstanceOf(DeliveryResult.Retry.class);
  }

  @Test
  void a_receiver_whose_answer_never_ends_is_left_after_the_timeout() {
    handle(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("and".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          await();
        });

    assertThat(
            webhookBuilder()
                .secret(SECRET)
                .timeout(Duration.ofMillis(500))
                .build()
                .deliver(DELIVERY))
        .isEqualTo(DeliveryResult.retry("no answer in PT0.5S"));
  }

  @Test
  void a_long_answer_is_cut() {
    handle(exchange -> respond(exchange, 200, new byte[8 * 1024 * 1024]));

    assertThat(webhook().deliver(DELIVERY)).isEqualTo(DeliveryResult.delivered());
  }

  @Test
  void nobody_there_means_to_try_again() {
    URI address = address();
    server.stop(0);

    DeliveryResult result =
        WebhookDestination.builder(address).secret(SECRET).build().deliver(DELIVERY);

    assertThat(result).isEqualTo(DeliveryResult.retry("ConnectException"));
  }

  @Test
  void a_body_beyond_the_limit_is_refused_and_not_sent() {
    answer(200);
    WebhookDestination webhook = webhookBuilder().secret(SECRET).bodyLimit(1024).build();

    assertThat(webhook.deliver(Deliveries.of(1, "x".repeat(1024))))
        .isEqualTo(DeliveryResult.delivered());
    assertThat(webhook.deliver(Deliveries.of(2, "ä".repeat(513))))
        .isEqualTo(DeliveryResult.refused("the body has 1026 bytes"));
    assertThat(requests).hasSize(1);
  }

  @Test
  void an_interrupted_delivery_is_tried_again_and_the_thread_stays_interrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    handle(
        exchange -> {
          asked.countDown();
          await();
        });
    DeliveryResult[] result = new DeliveryResult[1];
    boolean[] interrupted = new boolean[1];
    Thread thread =
        new Thread(
            () -> {
              result[0] = webhook().deliver(DELIVERY);
              interrupted[0] = Thread.currentThread().isInterrupted();
            });
    thread.start();
    asked.await();
    thread.interrupt();
    thread.join();

    assertThat(result[0]).isEqualTo(DeliveryResult.retry("interrupted"));
    assertThat(interrupted[0]).isTrue();
  }

  @Test
  void only_safe_addresses_are_taken() {
    for (String bad :
        List.of(
            "http://example.com/hook",
            "ftp://localhost/hook",
            "https:///hook",
            "https://user:secret@example.com/",
            "https://example.com/#part",
            "hook")) {
      assertThatThrownBy(() -> WebhookDestination.builder(URI.create(bad)).secret(SECRET).build())
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("user:secret");
    }
    for (String good :
        List.of("https://example.com/x?y=1", "http://localhost:1/", "http://[::1]/")) {
      WebhookDestination.builder(URI.create(good)).secret(SECRET).build();
    }
    WebhookDestination open =
        WebhookDestination.builder(URI.create("http://example.com/secret-path"))
            .secret(SECRET)
            .allowInsecure()
            .build();
    assertThat(open.toString()).isEqualTo("WebhookDestination[example.com]");
  }

  @Test
  void contradictory_settings_are_refused() {
    assertThatThrownBy(() -> webhookBuilder().build()).hasMessageContaining("secret");
    assertThatThrownBy(() -> webhookBuilder().secret(SECRET).secret(SECRET))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> webhookBuilder().timeout(Duration.ofMinutes(3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> webhookBuilder().bodyLimit(1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
  }

  private WebhookBuilder webhookBuilder() {
    return WebhookDestination.builder(address());
  }

  private WebhookDestination webhook() {
    return webhookBuilder().secret(SECRET).build();
  }

  private DeliveryResult resultOf(int status) {
    answer(status);
    return webhook().deliver(DELIVERY);
  }

  private DeliveryResult retryAfter(int status, String header) {
    handle(
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", header);
          exchange.sendResponseHeaders(status, -1);
        });
    return webhook().deliver(DELIVERY);
  }

  private void answer(int status) {
    handle(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  private void handle(HttpHandler handler) {
    try {
      server.removeContext("/");
    } catch (IllegalArgumentException e) {
      assertThat(requests).as("the first handler").isEmpty();
    }
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(
                new Request(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    new String(body, UTF_8)));
            handler.handle(exchange);
          }
        });
  }

  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private void await() {
    try {
      end.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean verified(Request request, String secret) {
    return WebhookSignature.of(secret)
        .verify(
            request.headers().getFirst("webhook-id"),
            request.headers().getFirst("webhook-timestamp"),
            request.headers().getFirst("webhook-signature"),
            request.body(),
            Deliveries.NOW,
            Duration.ofMinutes(5));
  }
}
