package io.customerhub.event;

import org.jspecify.annotations.Nullable;

/**
 * The root of every exception the library raises for a reason that a host can act on.
 *
 * <p>Programming errors (a null argument, a negative limit) are {@link NullPointerException},
 * {@link IllegalArgumentException} or {@link IllegalStateException} instead. Messages never carry
 * personal data in clear.
 */
public abstract class CustomerHubException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened, with which ids, and what to do
   * @param cause the underlying failure, or null
   */
  protected CustomerHubException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
