package io.customerhub.examples.quickstart.sample;

/** Makes the slips that people make at a keyboard. */
final class Typist {

  private static final String NEXT_TO_EACH_OTHER = "aqwsedrftgyhujikolpzxcvbnma";

  private Typist() {}

  /** Returns the text with one letter lost, doubled, swapped with the next or hit beside. */
  static String slip(String text, Dice dice) {
    if (text.length() < 4) {
      return text;
    }
    int at = dice.between(1, text.length() - 2);
    String head = text.substring(0, at);
    String tail = text.substring(at + 1);
    return switch (dice.below(4)) {
      case 0 -> head + tail;
      case 1 -> head + text.charAt(at) + text.charAt(at) + tail;
      case 2 -> head + tail.charAt(0) + text.charAt(at) + tail.substring(1);
      default -> head + neighbour(text.charAt(at)) + tail;
    };
  }

  private static char neighbour(char c) {
    int at = NEXT_TO_EACH_OTHER.indexOf(c);
    return at < 0 ? c : NEXT_TO_EACH_OTHER.charAt(at + 1);
  }
}
