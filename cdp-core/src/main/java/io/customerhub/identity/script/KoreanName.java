package io.customerhub.identity.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Korean names in Latin letters, which everybody spells as they like: Yoon-soo, Yunsu and Yoon Soo
 * are one name, and Kim, Gim and Ghim one surname. They are told by the surname, and by a given
 * name of two syllables that Korean has.
 *
 * @param given the given name, as all spellings of it are written here; no name to show
 * @param surname the surname, likewise
 */
public record KoreanName(String given, String surname) {

  private static final String SYLLABLE =
      "(?:(?:kk|tt|pp|ss|jj|ch|sh|[gkndtrlmbpsjh])?"
          + "(?:yae|yeo|you|yoo|wae|woo|weo|ae|ah|ai|eo|eu|ee|oh|oo|ou|oe|ui|y[aeou]|w[aeiou]|[aeiou])"
          + "(?:ng|[ngklmptbd])?)";

  private static final Pattern ONE = Pattern.compile(SYLLABLE);
  private static final Pattern TWO = Pattern.compile(SYLLABLE + "{2}");

  /** Given names in English too: Kim Nelson and Lee Watson have their surnames at the end. */
  private static final Set<String> ENGLISH = Set.of("kim", "lee", "jo", "mo", "gil");

  private static final Map<String, String> SURNAMES = new HashMap<>();

  /** How many surnames more people have. */
  private static final Map<String, Integer> RANKS = new HashMap<>();

  static {
    // Each with how else it is spelled, those first that most people have.
    String all =
        "kim gim ghim,lee yi rhee ri,park bak pak,choi choe,jung jeong chung,kang gang,cho jo,"
            + "yoon yun,jang chang,lim im rim,han,oh,seo suh,shin sin,kwon gwon,hwang,ahn an,song,"
            + "ryu,yoo yu,hong,jeon jun chun,ko go koh,moon mun,son sohn,yang,bae pae,baek paik,"
            + "heo hur huh,nam,shim sim,noh roh no,ha,kwak,sung seong,cha,joo ju,woo,koo gu ku,min,"
            + "na,jin,ji,eum um,won,cheon,bang,kong gong,hyun hyeon,ham,byun byeon,yeo,choo chu,do,"
            + "seok suk,sun seon,seol sul,ma,gil kil,yeon,wi,pyo,myung myeong,ki,ban,wang,keum geum,"
            + "ok,yook yuk,maeng,je,mo,namgung,hwangbo,jegal,sunwoo seonu,dokgo";
    for (String line : all.split(",", -1)) {
      List<String> spellings = List.of(line.split(" ", -1));
      RANKS.put(spellings.get(0), RANKS.size());
      spellings.forEach(spelling -> SURNAMES.put(spelling, spellings.get(0)));
    }
  }

  /**
   * Returns a name in the one spelling that all spellings of it have here; null if it is not
   * Korean.
   *
   * @param given the words of the given name, folded
   * @param surname the words of the surname, folded
   */
  public static @Nullable KoreanName of(List<String> given, List<String> surname) {
    String family = surname.size() == 1 ? SURNAMES.get(surname.get(0)) : null;
    if (family == null || given.isEmpty() || given.size() > 2) {
      return null;
    }
    String name = String.join("", given);
    return isTwoSyllables(name) ? new KoreanName(spelled(name), family) : null;
  }

  /**
   * Returns whether a name of two or three words has a Korean surname in front, and none at the end
   * that more people have.
   *
   * @param words of the name, folded
   */
  public static boolean isSurnameInFront(List<String> words) {
    int last = words.size() - 1;
    return last >= 1
        && last <= 2
        && rank(words.get(0)) < rank(words.get(last))
        && !(last == 1 && ENGLISH.contains(words.get(0)))
        && of(words.subList(1, words.size()), words.subList(0, 1)) != null;
  }

  private static int rank(String word) {
    return RANKS.getOrDefault(SURNAMES.getOrDefault(word, ""), RANKS.size());
  }

  /** Hardly any Korean given name has only one, and many English ones can be read as one. */
  private static boolean isTwoSyllables(String given) {
    return TWO.matcher(given).matches() && !ONE.matcher(given).matches();
  }

  /** Vowels that are one sound to those who hear English become one letter. */
  private static String spelled(String name) {
    return name.replaceAll("eo|eu|oo|ou", "u")
        .replaceAll("ee|ui", "i")
        .replaceAll("(?<=[ao])h+", "")
        .replace("sh", "s")
        .replaceAll("wu", "u")
        .replaceAll("(?<!n)g", "k");
  }
}
