package io.customerhub.identity.script;

import java.util.HashMap;
import java.util.Map;

/** Korean by the Revised Romanization, but surnames as their bearers spell them: Kim, not Gim. */
final class Hangul {

  private static final char FIRST = '\uAC00';
  private static final char LAST = '\uD7A3';

  private static final String[] INITIALS =
      "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ", -1);
  private static final String[] VOWELS =
      "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ", -1);
  private static final String[] FINALS =
      " k k ks n nj n t l k m p l l p l m p ps t t ng t t k t p t".split(" ", -1);

  private static final Map<String, String> SURNAMES = new HashMap<>();

  static {
    String pairs =
        "김kim 이lee 박park 최choi 정jung 강kang 조cho 윤yoon 장jang 임lim 한han 오oh 서seo 신shin"
            + " 권kwon 황hwang 안ahn 송song 류ryu 유yoo 홍hong 전jeon 고ko 문moon 손son 양yang 배bae 백baek"
            + " 허heo 남nam 심shim 노noh 하ha 곽kwak 성sung 차cha 주joo 우woo 구koo 민min 나na 진jin 지ji"
            + " 엄um 원won 천cheon 방bang 공kong 현hyun 함ham 변byun 여yeo 추choo 도do 석seok 선sun 설seol"
            + " 마ma 길gil 연yeon 위wi 표pyo 명myung 기ki 반ban 라ra 왕wang 금keum 옥ok 육yook 인in 맹maeng"
            + " 제je 모mo 남궁namgung 황보hwangbo 제갈jegal 선우sunwoo 독고dokgo";
    for (String pair : pairs.split(" ", -1)) {
      int latin = 0;
      while (pair.charAt(latin) >= FIRST) {
        latin++;
      }
      SURNAMES.put(pair.substring(0, latin), pair.substring(latin));
    }
  }

  private Hangul() {}

  /** A word of one syllable is a surname, since hardly any given name is so short. */
  static String spelled(String run) {
    String surname = SURNAMES.get(run);
    if (surname != null) {
      return surname;
    }
    StringBuilder out = new StringBuilder(3 * run.length());
    run.chars().forEach(c -> append(out, (char) c));
    return out.toString();
  }

  /** Returns whether a text is a surname of two syllables. */
  static boolean isLongSurname(String text) {
    return text.length() == 2 && SURNAMES.containsKey(text);
  }

  private static void append(StringBuilder out, char c) {
    if (c < FIRST || c > LAST) {
      out.append(c);
      return;
    }
    int syllable = c - FIRST;
    out.append(INITIALS[syllable / (VOWELS.length * FINALS.length)])
        .append(VOWELS[syllable / FINALS.length % VOWELS.length])
        .append(FINALS[syllable % FINALS.length]);
  }
}
