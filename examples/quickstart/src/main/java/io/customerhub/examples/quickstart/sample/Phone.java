package io.customerhub.examples.quickstart.sample;

/**
 * A phone number in the ways in which people write it.
 *
 * @param dial country code
 * @param trunk digits dialled first within the country, or empty
 * @param number national number in groups
 */
record Phone(String dial, String trunk, String number) {

  String international() {
    return "+" + dial + " " + number;
  }

  String compact() {
    return international().replace(" ", "");
  }

  String national() {
    return trunk + number;
  }

  /** Writes it as a form might have it: most in full, some as dialled within the country. */
  String written(Dice dice) {
    return switch (dice.below(9)) {
      case 0, 1, 2 -> international();
      case 3, 4 -> compact();
      case 5 -> national();
      case 6 -> national().replace(" ", "");
      case 7 -> abroad();
      default -> international().replace(" ", trunk.isEmpty() ? "-" : ".");
    };
  }

  // 00 leads abroad from nearly everywhere, but not from North America.
  private String abroad() {
    return dial.equals("1") ? international() : "00" + dial + " " + number;
  }
}
