package io.customerhub.identity.script;

/** Japanese syllables by Hepburn, without long vowels: さとう is sato. */
final class Kana {

  private static final Spelling SYLLABLES =
      Spelling.of(
          "あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso"
              + " ざza じji ずzu ぜze ぞzo たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu"
              + " ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi"
              + " むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn ゔvu ゕka ゖke");

  /** Small letters that take the place of the vowel before them. */
  private static final Spelling SMALL = Spelling.of("ゃya ゅyu ょyo ぁa ぃi ぅu ぇe ぉo ゎwa");

  private static final String SMALL_Y = "ゃゅょ";
  private static final String SMALL_VOWELS = "ぁぃぅぇぉゎ";
  private static final char DOUBLED = 'っ';
  private static final char FIRST_KATAKANA = 'ァ';
  private static final char LAST_KATAKANA = 'ヶ';

  private Kana() {}

  static String spelled(String run) {
    StringBuilder out = new StringBuilder(2 * run.length());
    boolean doubled = false;
    for (int i = 0; i < run.length(); i++) {
      char c = hiragana(run.charAt(i));
      if (SMALL_Y.indexOf(c) >= 0 || SMALL_VOWELS.indexOf(c) >= 0) {
        appendSmall(out, c);
      } else if (c != DOUBLED) {
        String syllable = c == '\u30FC' ? "" : SYLLABLES.of(c);
        out.append(doubled && !syllable.isEmpty() ? doubling(syllable) : "").append(syllable);
      }
      doubled = c == DOUBLED;
    }
    return out.toString().replace("ou", "o").replace("oo", "o").replace("uu", "u");
  }

  private static void appendSmall(StringBuilder out, char small) {
    int last = out.length() - 1;
    String sound = SMALL.of(small);
    if (last >= 0 && "aiueo".indexOf(out.charAt(last)) >= 0) {
      out.setLength(last);
      // Sha and cha, but kya and ryo.
      boolean soft = out.toString().endsWith("sh") || out.toString().endsWith("ch");
      boolean swallowed = soft || out.toString().endsWith("j");
      out.append(swallowed && sound.length() == 2 ? sound.substring(1) : sound);
    } else {
      out.append(sound);
    }
  }

  private static char doubling(String syllable) {
    return syllable.startsWith("ch") ? 't' : syllable.charAt(0);
  }

  private static char hiragana(char c) {
    return c >= FIRST_KATAKANA && c <= LAST_KATAKANA ? (char) (c - 0x60) : c;
  }
}
