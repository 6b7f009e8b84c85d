package io.customerhub.event;

import java.util.Objects;

/**
 * One key to a person: a namespace and a value, such as {@code email} and {@code ada@example.com}.
 *
 * <p>An event carries identifiers as its source gave them; the identity rules bring them to one
 * form before anything is looked up, so a caller may pass either. {@link #toString()} masks the
 * value. Immutable; ordered by namespace, then value.
 *
 * @param namespace what kind of key: lower-case letters, digits and {@code _}, at most {@value
 *     Limits#NAMESPACE_LENGTH} long
 * @param value the key, not empty
 */
public record Identifier(String namespace, String value) implements Comparable<Identifier> {

  /** Namespace of e-mail addresses. */
  public static final String EMAIL = "email";

  /** Namespace of phone numbers. */
  public static final String PHONE = "phone";

  /** Namespace of the ids that the host's own application gives to its users. */
  public static final String USER_ID = "user_id";

  /** Namespace of cookies and installations that are not logged in. */
  public static final String ANONYMOUS_ID = "anonymous_id";

  /** Namespace of loyalty-card numbers. */
  public static final String LOYALTY_CARD = "loyalty_card";

  /** Namespace of device ids. */
  public static final String DEVICE_ID = "device_id";

  /**
   * Checks the parts.
   *
   * @throws InvalidEventException if the namespace is not well-formed or the value is empty
   */
  public Identifier {
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(value, "value");
    if (!wellFormed(namespace)) {
      throw new InvalidEventException(
          ReasonCode.ATTRIBUTE_NAME,
          "identifier.namespace",
          "expected 1 to 32 lower-case letters, digits or _");
    }
    if (value.isEmpty()) {
      throw new InvalidEventException(
          ReasonCode.IDENTIFIER_EMPTY, "identifier." + namespace, "expected a value");
    }
  }

  /** Returns an e-mail address as identifier. */
  public static Identifier email(String value) {
    return new Identifier(EMAIL, value);
  }

  /** Returns a phone number as identifier; in international form, or national with a region set. */
  public static Identifier phone(String value) {
    return new Identifier(PHONE, value);
  }

  /** Returns a user id of the host's application as identifier. */
  public static Identifier userId(String value) {
    return new Identifier(USER_ID, value);
  }

  /** Returns a cookie or installation id as identifier. */
  public static Identifier anonymousId(String value) {
    return new Identifier(ANONYMOUS_ID, value);
  }

  /** Returns a loyalty-card number as identifier. */
  public static Identifier loyaltyCard(String value) {
    return new Identifier(LOYALTY_CARD, value);
  }

  /** Returns a device id as identifier. */
  public static Identifier deviceId(String value) {
    return new Identifier(DEVICE_ID, value);
  }

  /** Returns an identifier of any namespace. */
  public static Identifier of(String namespace, String value) {
    return new Identifier(namespace, value);
  }

  /** Returns the value with all but a hint of it hidden, fit for logs and messages. */
  public String masked() {
    return Masking.mask(value);
  }

  @Override
  public int compareTo(Identifier other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : value.compareTo(other.value);
  }

  /** Returns the namespace and the masked value. */
  @Override
  public String toString() {
    return namespace + ":" + masked();
  }

  private static boolean wellFormed(String namespace) {
    return !namespace.isEmpty()
        && namespace.length() <= Limits.NAMESPACE_LENGTH
        && namespace.chars().allMatch(Identifier::allowed);
  }

  private static boolean allowed(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }
}
