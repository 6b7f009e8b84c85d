package io.customerhub.identity.script;

import java.text.Normalizer;

/** Modern Greek by its standard, ELOT 743, as in passports. */
final class Greek {

  private static final Spelling LETTERS =
      Spelling.of("αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo");

  private static final String VOICELESS = "θκξπσςτφχψ";

  private Greek() {}

  static String spelled(String run) {
    String plain = Normalizer.normalize(run, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    StringBuilder out = new StringBuilder(plain.length() + 8);
    for (int i = 0; i < plain.length(); i++) {
      String two = pair(plain, i);
      if (two.isEmpty()) {
        out.append(LETTERS.of(plain.charAt(i)));
      } else {
        out.append(two);
        i++;
      }
    }
    return out.toString();
  }

  /** Returns how two letters are spelled together; empty if each is on its own. */
  private static String pair(String text, int at) {
    if (at + 1 >= text.length()) {
      return "";
    }
    return switch (text.substring(at, at + 2)) {
      case "ου" -> "ou";
      case "γγ" -> "ng";
      case "γξ" -> "nx";
      case "γχ" -> "nch";
      case "μπ" -> at == 0 ? "b" : "mp";
      case "αυ", "ευ", "ηυ" ->
          LETTERS.of(text.charAt(at)) + (isVoiceless(text, at + 2) ? "f" : "v");
      default -> "";
    };
  }

  private static boolean isVoiceless(String text, int at) {
    return at >= text.length() || VOICELESS.indexOf(text.charAt(at)) >= 0;
  }
}
