package io.customerhub.crm;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An amount in one currency; exact, and never mixed with another currency.
 *
 * <p>Two amounts are equal if they have the same value and currency; {@code 12} and {@code 12.00}
 * are the same money. The amount keeps at least the decimals that its currency commonly has.
 *
 * @param amount up to 4 decimals and 24 digits before the point; may be negative
 * @param currency the code of ISO 4217 in capitals, such as {@code GBP}
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

  private static final Pattern WRITTEN = Pattern.compile("-?[0-9]{1,24}(\\.[0-9]{1,18})?");
  private static final int DECIMALS = 4;
  private static final int INTEGER_DIGITS = 24;

  /**
   * Checks the parts and brings them to one form.
   *
   * @throws InvalidRecordException if the currency is unknown or the amount has too many digits
   */
  public Money {
    Objects.requireNonNull(amount, "amount");
    int usual = Math.max(0, currencyOf(currency).getDefaultFractionDigits());
    amount = normal(amount, usual);
  }

  /** Returns an amount. */
  public static Money of(BigDecimal amount, String currency) {
    return new Money(amount, currency);
  }

  /**
   * Returns an amount written with a point and without grouping, such as {@code 1234.50}.
   *
   * @throws InvalidRecordException if the text is no such number, or as the constructor
   */
  public static Money of(String amount, String currency) {
    return new Money(parse(amount), currency);
  }

  /** Returns nothing, in a currency. */
  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * Returns the sum.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.add(other.amount), currency);
  }

  /** Returns whether the amount is below zero. */
  public boolean isNegative() {
    return amount.signum() < 0;
  }

  /**
   * Compares the amounts.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return amount.compareTo(other.amount);
  }

  /** Returns the currency and the amount with commas between thousands: {@code GBP 12,000.00}. */
  @Override
  public String toString() {
    return currency + " " + String.format(Locale.ROOT, "%,." + amount.scale() + "f", amount);
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "cannot combine " + currency + " with " + other.currency + "; convert one of them first");
    }
  }

  private static Currency currencyOf(String code) {
    Objects.requireNonNull(code, "currency");
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new InvalidRecordException(
          "currency", "is not a code of ISO 4217; expected three capitals such as EUR");
    }
  }

  private static BigDecimal parse(String amount) {
    Objects.requireNonNull(amount, "amount");
    if (!WRITTEN.matcher(amount).matches()) {
      throw new InvalidRecordException(
          "amount", "is no number of up to 24 digits with a point before the decimals");
    }
    return new BigDecimal(amount);
  }

  private static BigDecimal normal(BigDecimal given, int usualDecimals) {
    if (given.signum() == 0) {
      return BigDecimal.ZERO.setScale(usualDecimals);
    }
    BigDecimal stripped = given.stripTrailingZeros();
    if (stripped.scale() > DECIMALS) {
      throw new InvalidRecordException("amount", "has more than " + DECIMALS + " decimals");
    }
    // As long, because a scale near Integer.MIN_VALUE would overflow the difference.
    if ((long) stripped.precision() - stripped.scale() > INTEGER_DIGITS) {
      throw new InvalidRecordException(
          "amount", "has more than " + INTEGER_DIGITS + " digits before the point");
    }
    return stripped.setScale(Math.max(usualDecimals, stripped.scale()));
  }
}
