package io.customerhub.contract;

import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.event.Identifier;
import io.customerhub.identity.Evidence;
import io.customerhub.profile.Claim;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Random values from a seed, with much of what stores get wrong. */
public final class RandomValues {

  /** Text that stores and JSON tend to spoil: quotes, emoji, composed and decomposed, controls. */
  public static final List<String> DIFFICULT_TEXTS =
      List.of(
          "é",
          "e\u0301",
          "Å Å",
          "ﬁ ß İ ı ς",
          "👩‍👩‍👧‍👦🏳️‍🌈",
          "'; DROP TABLE cdp_member; --",
          "\"quoted\" \\ back\\slash / slash",
          "%_like_%",
          "line\nbreak\ttab\r\nend",
          "\u0001\u001f\u007f\u0085\u2028\u2029\ufeff\uffff",
          "مرحبا\u200f \u202ebidi\u202c",
          "日本語 \uD842\uDFB7 𝒜",
          " leading and trailing ",
          "NULL",
          "null",
          "{\"a\":[1]}");

  private final Random random;

  /** Creates a source of values; the same seed gives the same values. */
  public RandomValues(long seed) {
    random = new Random(seed);
  }

  /** Returns a text, not blank and of at most 80 characters. */
  public String text() {
    String text = pick(DIFFICULT_TEXTS) + random.nextInt(1000);
    return random.nextBoolean() ? text : text + codePoint() + pick(DIFFICULT_TEXTS);
  }

  /** Returns an instant of microseconds between the years 1900 and 2100. */
  public Instant instant() {
    long seconds = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
    return Instant.ofEpochSecond(
        seconds + (long) (random.nextDouble() * 6.3e9), random.nextInt(1_000_000) * 1000L);
  }

  /** Returns a number without trailing zeros, of up to 100 digits on either side of the point. */
  public BigDecimal number() {
    BigInteger digits = new BigInteger(1 + random.nextInt(320), random);
    BigDecimal number = new BigDecimal(digits, random.nextInt(100));
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal stripped = (random.nextBoolean() ? number : number.negate()).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Returns a canonical value, nested at most {@code depth} deep. */
  public Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> text();
      case 1 -> number();
      case 2 -> random.nextBoolean();
      case 3 -> list(() -> value(depth - 1));
      default -> map(depth - 1);
    };
  }

  /** Returns a map of canonical values. */
  public Map<String, Object> map(int depth) {
    Map<String, Object> map = new TreeMap<>();
    list(() -> map.put(text(), value(depth)));
    return map;
  }

  /** Returns a map of texts. */
  public Map<String, String> texts() {
    Map<String, String> map = new TreeMap<>();
    list(() -> map.put(text(), text()));
    return map;
  }

  /** Returns an identifier. */
  public Identifier identifier() {
    return Identifier.of(pick(List.of("email", "phone", "user_id", "x9")), text());
  }

  /** Returns a claim. */
  public Claim claim() {
    return new Claim(text(), value(3), text(), instant(), text());
  }

  /** Returns a piece of evidence. */
  public Evidence evidence() {
    return new Evidence(text(), text(), (random.nextDouble() - 0.5) * 40);
  }

  /** Returns up to four of something. */
  public <T> List<T> list(Supplier<T> item) {
    List<T> items = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      items.add(item.get());
    }
    return items;
  }

  /** Returns an event. */
  public Event event() {
    return new Event(
        pick(List.of(EventType.values())),
        text(),
        cut(text(), 64),
        text(),
        instant(),
        list(this::identifier),
        map(2),
        map(2),
        map(1));
  }

  private String codePoint() {
    int codePoint = random.nextInt(1, Character.MAX_CODE_POINT);
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return Character.toString(surrogate ? 'x' : codePoint);
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private static String cut(String text, int limit) {
    int end = Math.min(text.length(), limit);
    boolean half = end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return text.substring(0, half ? end - 1 : end);
  }
}
