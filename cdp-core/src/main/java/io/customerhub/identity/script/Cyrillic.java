package io.customerhub.identity.script;

import java.text.Normalizer;

/** Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian, as passports and press do. */
final class Cyrillic {

  private static final Spelling LETTERS =
      Spelling.of(
          "аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch"
              + " ъ ыy ь эe юyu яya іi їyi єye ґg ўu јj љlj њnj ћc ђdj џdz ѓgj ќkj ѕdz әa өo үu ұu"
              + " қk ңn ғg һh");

  private Cyrillic() {}

  static String spelled(String run) {
    // As usual at the end of a name: Mariya is rather Maria, Dmitriy rather Dmitry.
    String ended =
        run.endsWith("ия")
            ? run.substring(0, run.length() - 2) + "иа"
            : run.endsWith("ий") || run.endsWith("ый")
                ? run.substring(0, run.length() - 2) + "ы"
                : run;
    return LETTERS.spelled(known(ended));
  }

  /** A letter with a mark that no alphabet has is its base. */
  private static String known(String text) {
    boolean composed = text.chars().allMatch(c -> c < 0x0460 || c > 0x0487);
    return composed ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
