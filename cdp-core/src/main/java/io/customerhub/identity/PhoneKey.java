package io.customerhub.identity;

import com.google.common.base.CharMatcher;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.customerhub.event.ReasonCode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers as keys, in the form of E.164: {@code +} and at most 15 digits.
 *
 * <p>A number has to be possible, not assigned: numbering plans change faster than their tables.
 */
final class PhoneKey {

  /** More than any way of writing 15 digits needs. */
  private static final int MAX_LENGTH = 64;

  private static final String SEPARATORS = " -.()/\u00B7\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

  private static final String UNKNOWN_REGION = "ZZ";

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final @Nullable String region;

  PhoneKey(@Nullable String region) {
    this.region = region;
  }

  /** Returns a copy with the region that national numbers are of. */
  PhoneKey withRegion(String iso2) {
    String upper = iso2.toUpperCase(Locale.ROOT);
    if (!numbers.getSupportedRegions().contains(upper)) {
      throw new IllegalArgumentException(
          "region: " + iso2 + ", expected an ISO 3166 code of two letters such as GB");
    }
    return new PhoneKey(upper);
  }

  /**
   * Returns the key of a cleaned text.
   *
   * @throws NotAKey if it is no possible number, or one in national form and there is no region
   */
  String of(String text) throws NotAKey {
    String number = dialled(text);
    if (Placeholders.repeatsOneDigit(digits(number))) {
      throw new NotAKey(ReasonCode.IDENTIFIER_BLOCKED, "one digit repeated");
    }
    boolean international = number.startsWith("+");
    if (!international && region == null && !number.startsWith("00")) {
      throw new NotAKey(
          ReasonCode.PHONE_NO_REGION, "a national number, and no default region is set");
    }
    return parse(number, international || region == null ? UNKNOWN_REGION : region)
        .or(() -> withoutExitCode(number))
        // A few that no plan knows are read in two ways: without one form there is no key.
        .filter(key -> parse(key, UNKNOWN_REGION).equals(Optional.of(key)))
        .orElseThrow(PhoneKey::invalid);
  }

  /** 00 is how most of the world dials abroad, also on forms of regions where it is not. */
  private Optional<String> withoutExitCode(String number) {
    return number.startsWith("00")
        ? parse("+" + number.substring(2), UNKNOWN_REGION)
        : Optional.empty();
  }

  private Optional<String> parse(String number, @Nullable String in) {
    try {
      PhoneNumber parsed = numbers.parse(number, in);
      return isWhole(parsed)
          ? Optional.of(numbers.format(parsed, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /** A number that can only be dialled within its area is shared by one person in each area. */
  private boolean isWhole(PhoneNumber number) {
    return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }

  /** Returns the number in ASCII: plus sign, digits, and blanks where there were separators. */
  private static String dialled(String text) throws NotAKey {
    if (text.length() > MAX_LENGTH) {
      throw invalid();
    }
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(folded.length());
    int width;
    for (int i = 0; i < folded.length(); i += width) {
      int c = folded.codePointAt(i);
      width = Character.charCount(c);
      append(out, c);
    }
    return out.toString().strip();
  }

  private static void append(StringBuilder out, int c) throws NotAKey {
    int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
    if (digit >= 0) {
      out.append((char) ('0' + digit));
    } else if (c == '+' && out.toString().isBlank()) {
      out.setLength(0);
      out.append('+');
    } else if (SEPARATORS.indexOf(c) >= 0) {
      // Parentheses stay: +44 (0)20 names a prefix that is not dialled from abroad.
      out.append(c == '(' || c == ')' ? (char) c : ' ');
    } else {
      throw invalid();
    }
  }

  private static String digits(String number) {
    return CharMatcher.inRange('0', '9').retainFrom(number);
  }

  private static NotAKey invalid() {
    return new NotAKey(ReasonCode.INVALID_PHONE, "not a phone number");
  }
}
