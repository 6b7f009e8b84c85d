package io.customerhub.examples.resolve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells encodings older than Unicode from each other: in the right one most letters beyond ASCII
 * are frequent ones of its languages.
 */
final class Legacy {

  /** With fewer frequent letters it is Western European, or nothing that can be told. */
  private static final double LEAST = 0.7;

  /** How much better than what was found before it has to be. */
  private static final double CLEARLY = 0.02;

  private static final String WESTERN = "äöüßéèàçñóíáúâêôãõåøæëïîûœÄÖÜÉÈÀÇÑÓÍÁÚÂÊÔÅØÆ";
  private static final String CENTRAL =
      "ąćęłńóśźżáčďéěíňřšťúůýžôľőűöüäşţăâîđĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽĽŐŰÖÜÄŞŢĂÂÎĐ";
  private static final String TURKISH = "çğıöşüâÇĞİÖŞÜ";

  /** The Cyrillic and Greek letters are the frequent ones of small case, and all capitals. */
  private static final String CYRILLIC = "оеаинтрслвкмдпуяьыгзбчйхжёшюцщ";

  private static final String GREEK = "αοιετσνηυρπκμλςωδγχθφβάόίέήύώ";
  private static final String ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءئؤ";

  /**
   * An encoding that can be told.
   *
   * @param name its name in Java
   * @param frequent which letters it is told by
   */
  private record Known(String name, IntPredicate frequent) {}

  private static final List<Known> ALL =
      List.of(
          new Known("windows-1252", in(WESTERN)),
          new Known("windows-1250", in(CENTRAL)),
          new Known("windows-1254", in(TURKISH)),
          new Known("windows-1251", c -> in(CYRILLIC).test(c) || (c >= 'А' && c <= 'Я')),
          new Known("KOI8-R", c -> in(CYRILLIC).test(c) || (c >= 'А' && c <= 'Я')),
          new Known("windows-1253", c -> in(GREEK).test(c) || (c >= 'Α' && c <= 'Ω')),
          new Known("windows-1256", in(ARABIC)),
          new Known("windows-31j", c -> (c >= 0x3041 && c <= 0x30FE) || isHan(c)),
          new Known("x-windows-949", c -> c >= 0xAC00 && c <= 0xD7A3),
          new Known("GB18030", Legacy::isFrequentHan));

  private Legacy() {}

  /** Returns the encoding of some bytes, the last of which may be cut off. */
  static Charset of(byte[] sample) {
    Charset best = Charset.forName("windows-1252");
    double most = LEAST - CLEARLY;
    for (Known known : ALL) {
      double share = Charset.isSupported(known.name()) ? share(known, sample) : 0;
      if (share > most + CLEARLY) {
        best = Charset.forName(known.name());
        most = share;
      }
    }
    return best;
  }

  /** Returns how many of the letters beyond ASCII are frequent, lower case for upper case. */
  private static double share(Known known, byte[] sample) {
    String text = decoded(Charset.forName(known.name()), sample);
    if (text == null) {
      return 0;
    }
    long all = text.codePoints().filter(c -> c > 0x7F).count();
    long frequent = text.codePoints().filter(c -> c > 0x7F && known.frequent().test(c)).count();
    return all == 0 ? 0 : (double) frequent / all + 0.3 * inOneScript(text, all);
  }

  /** Capitals within words are a sign of the wrong one: there most letters come out so. */
  private static double inOneScript(String text, long all) {
    long within = 0;
    for (int i = 1; i < text.length(); i++) {
      boolean inside = Character.isLowerCase(text.charAt(i - 1));
      within += inside && text.charAt(i) > 0x7F && Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return 1 - Math.min(1, 2.0 * within / all);
  }

  private static @Nullable String decoded(Charset charset, byte[] sample) {
    int end = sample.length;
    while (end > 0 && sample[end - 1] != '\n') {
      end--;
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(sample, 0, end == 0 ? sample.length : end))
          .toString();
    } catch (CharacterCodingException notIt) {
      return null;
    }
  }

  private static IntPredicate in(String letters) {
    return c -> letters.indexOf(c) >= 0;
  }

  private static boolean isHan(int c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  /** The 3755 characters that the standard has in front are the frequent ones. */
  private static boolean isFrequentHan(int c) {
    int lead = isHan(c) ? Character.toString(c).getBytes(Charset.forName("GB18030"))[0] & 0xFF : 0;
    return lead >= 0xB0 && lead <= 0xD7;
  }
}
