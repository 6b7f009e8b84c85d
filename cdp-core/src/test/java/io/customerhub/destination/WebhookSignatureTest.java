package io.customerhub.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookSignatureTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final Instant AT = Instant.ofEpochSecond(1614265330);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final WebhookSignature signature = WebhookSignature.of(SECRET);

  @Test
  void signs_as_the_specification_does_in_its_example() {
    assertThat(signature.sign(ID, AT, BODY)).isEqualTo(SIGNATURE);
    assertThat(WebhookSignature.of(SECRET.substring(6)).sign(ID, AT, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void verifies_one_of_several_signatures() {
    assertThat(verify(ID, "1614265330", "v1,other " + SIGNATURE, BODY, AT)).isTrue();
    assertThat(verify(ID, "1614265330", "v1,other", BODY, AT)).isFalse();
  }

  @Test
  void refuses_what_was_changed_or_is_too_old() {
    assertThat(verify("x", "1614265330", SIGNATURE, BODY, AT)).isFalse();
    assertThat(verify(ID, "1614265331", SIGNATURE, BODY, AT)).isFalse();
    assertThat(verify(ID, "1614265330", SIGNATURE, BODY + " ", AT)).isFalse();
    assertThat(verify(ID, "1614265330x", SIGNATURE, BODY, AT)).isFalse();
    assertThat(verify(ID, "1614265330", SIGNATURE, BODY, AT.plus(TOLERANCE))).isTrue();
    assertThat(verify(ID, "1614265330", SIGNATURE, BODY, AT.plus(TOLERANCE).plusMillis(1)))
        .isFalse();
    assertThat(verify(ID, "1614265330", SIGNATURE, BODY, AT.minusSeconds(301))).isFalse();
  }

  @Test
  void refuses_weak_secrets_without_showing_them() {
    for (String bad : new String[] {"c2hvcnQ=", "not base64 !", "", "whsec_" + base64(65)}) {
      assertThatThrownBy(() -> WebhookSignature.of(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("secret: expected 24 to 64 bytes in Base64")
          .hasNoCause();
    }
    assertThat(signature.toString()).doesNotContain("Mf");
  }

  private boolean verify(String id, String at, String header, String body, Instant now) {
    return signature.verify(id, at, header, body, now, TOLERANCE);
  }

  private static String base64(int bytes) {
    return Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
