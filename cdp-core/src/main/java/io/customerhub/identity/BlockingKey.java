package io.customerhub.identity;

import java.util.Objects;

/**
 * A key under which a batch finds records to compare.
 *
 * @param kind what it is made of
 * @param hash 64 bits of what it says; two records that share it share the key, but for accidents
 *     that cost one comparison
 */
public record BlockingKey(KeyKind kind, long hash) {

  /** Checks that the kind is there. */
  public BlockingKey {
    Objects.requireNonNull(kind, "kind");
  }
}
