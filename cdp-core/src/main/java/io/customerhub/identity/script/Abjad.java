package io.customerhub.identity.script;

import java.util.HashMap;
import java.util.Map;

/** Arabic, Persian and Hebrew: usual names from a list, other words by their consonants. */
final class Abjad {

  private static final Spelling ARABIC =
      Spelling.of(
          "اa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk لl مm نn هh وu"
              + " يi ء ئi ؤu پp چch ژzh گg ڤv");

  private static final Spelling HEBREW =
      Spelling.of(
          "אa בb גg דd הh וo זz חh טt יi כk ךk לl מm םm נn ןn סs ע פp ףf צtz ץtz קk רr שsh תt");

  /** Spelled otherwise where a word starts. */
  private static final Map<Character, Character> FIRST =
      Map.of('و', 'w', 'ي', 'y', 'י', 'y', 'ו', 'v', 'ע', 'a');

  private static final String ARTICLE = "ال";

  private Abjad() {}

  /** Read when the first name comes that needs it. */
  private static final class Names {

    private static final Map<String, String> LATIN = read();

    private static Map<String, String> read() {
      Map<String, String> latin = new HashMap<>();
      for (String line : Lines.of("names.txt")) {
        int blank = line.indexOf(' ');
        latin.put(line.substring(blank + 1), line.substring(0, blank));
      }
      return latin;
    }
  }

  static String arabic(String run) {
    String word = plain(run);
    boolean article = word.startsWith(ARTICLE) && word.length() > ARTICLE.length() + 2;
    if (article && !Names.LATIN.containsKey(word)) {
      return "al" + spelled(word.substring(ARTICLE.length()), ARABIC);
    }
    return spelled(word, ARABIC);
  }

  static String hebrew(String run) {
    return spelled(run.replaceAll("\\p{M}", ""), HEBREW);
  }

  private static String spelled(String word, Spelling letters) {
    String name = Names.LATIN.get(word);
    if (name != null || word.isEmpty()) {
      return name == null ? "" : name;
    }
    Character first = FIRST.get(word.charAt(0));
    return first == null ? letters.spelled(word) : first + letters.spelled(word.substring(1));
  }

  /** One form of the letters that are often typed for each other, without marks. */
  private static String plain(String run) {
    StringBuilder out = new StringBuilder(run.length());
    run.chars().filter(c -> !isMark((char) c)).forEach(c -> out.append(plain((char) c)));
    return out.toString();
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK || c == '\u0640';
  }

  private static char plain(char c) {
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى', 'ی' -> 'ي';
      case 'ة', 'ۀ', 'ہ' -> 'ه';
      case 'ک' -> 'ك';
      default -> c;
    };
  }
}
