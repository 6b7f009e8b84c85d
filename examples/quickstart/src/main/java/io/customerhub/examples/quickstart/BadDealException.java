package io.customerhub.examples.quickstart;

/** A row is no deal that can be kept. */
final class BadDealException extends Exception {

  private static final long serialVersionUID = 1;

  private final String field;

  BadDealException(String field, String message) {
    super(message);
    this.field = field;
  }

  Problem at(String place) {
    return new Problem(place, field, String.valueOf(getMessage()));
  }
}
