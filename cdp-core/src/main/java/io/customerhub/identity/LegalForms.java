package io.customerhub.identity;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Legal forms of companies in many countries. They tell two companies apart only together with the
 * name, and are often left out; so they are taken off the name and kept beside it.
 */
final class LegalForms {

  /** No word otherwise: wherever they stand in a name. */
  private static final Set<String> CERTAIN =
      words(
          "gmbh ggmbh mbh gesmbh ltd limited llc llp plc inc incorporated corp corporation pty sdn bhd"
              + " berhad sarl eurl sasu srl spa ltda eireli aktiengesellschaft aktiebolag"
              + " aktieselskab aksjeselskap osakeyhtio tnhh ctcp dntn jsc pjsc ojsc cjsc ooo oao zao"
              + " pllc pte pvt uab spzoo kft zrt nyrt eood ood doo sro bvba bv nv oyj fzco fze wll sacv"
              + " sadecv kgaa sapi slu");

  /** Could be a word or initials elsewhere: only at the end of a name. */
  private static final Set<String> LAST =
      words(
          "ag kg ohg gbr ug ev eg ek sa sas sca scs snc sc sl sll as asa ab hb oy ky ry aps ivs se ou"
              + " sia rt ad dd lp lc cv pt tbk kk gk yk co company cie kgaa ip pao ae epe ike saog"
              + " saoc sal saa sab spk zoo asbl vzw vof cio hf ehf ohf private");

  /** Stand in front. */
  private static final Set<String> FIRST = words("pt cv ooo oao zao pao ip tov ctcp tnhh kk yk ud");

  /** Several spellings of one form. */
  private static final Map<String, String> SAME =
      ImmutableMap.<String, String>builder()
          .put("limited", "ltd")
          .put("incorporated", "inc")
          .put("corporation", "corp")
          .put("aktiengesellschaft", "ag")
          .put("aktiebolag", "ab")
          .put("aktieselskab", "as")
          .put("aksjeselskap", "as")
          .put("osakeyhtio", "oy")
          .put("mbh", "gmbh")
          .put("gesmbh", "gmbh")
          .put("zoo", "spzoo")
          .put("ctcp", "jsc")
          .put("ojsc", "jsc")
          .put("cjsc", "jsc")
          .put("pjsc", "jsc")
          .put("oao", "jsc")
          .put("zao", "jsc")
          .put("pao", "jsc")
          .put("tov", "ooo")
          .put("berhad", "bhd")
          .put("sacv", "sa")
          .put("sadecv", "sa")
          .build();

  /** Say so little that their lack is no difference. */
  private static final Set<String> WEAK = words("co company cie pvt private pte pty sdn");

  /** Written in full, after folding. */
  private static final Map<String, String> PHRASES =
      ImmutableMap.<String, String>builder()
          .put("trach nhiem huu han", "tnhh")
          .put("doanh nghiep tu nhan", "dntn")
          .put("cong ty co phan", "ctcp")
          .put("cong ty cp", "ctcp")
          .put("cong ty", "")
          .put("limited liability company", "llc")
          .put("limited liability partnership", "llp")
          .put("public limited company", "plc")
          .put("gesellschaft mit beschrankter haftung", "gmbh")
          .put("societe a responsabilite limitee", "sarl")
          .put("societe anonyme", "sa")
          .put("sociedad anonima", "sa")
          .put("sociedad limitada", "sl")
          .put("sociedade anonima", "sa")
          .put("societa per azioni", "spa")
          .put("societa a responsabilita limitata", "srl")
          .put("naamloze vennootschap", "nv")
          .put("besloten vennootschap", "bv")
          .put("spolka z ograniczona odpowiedzialnoscia", "spzoo")
          .put("sp z o o", "spzoo")
          .put("obshchestvo s ogranichennoy otvetstvennostyu", "ooo")
          .put("kabushiki kaisha", "kk")
          .put("sendirian berhad", "sdn bhd")
          .build();

  /** Written in characters that stand in one with the name. */
  private static final Map<String, String> CHARACTERS =
      ImmutableMap.<String, String>builder()
          .put("株式会社", " kk ")
          .put("(株)", " kk ")
          .put("㈱", " kk ")
          .put("有限会社", " yk ")
          .put("合同会社", " gk ")
          .put("股份有限公司", " jsc ")
          .put("有限责任公司", " ltd ")
          .put("有限公司", " ltd ")
          .put("주식회사", " kk ")
          .put("(주)", " kk ")
          .put("㈜", " kk ")
          .build();

  private LegalForms() {}

  /** Returns a name in which the forms that are written together with it stand apart. */
  static String apart(String name) {
    if (name.chars().allMatch(c -> c < 0x3000)) {
      return name;
    }
    return replaced(name, CHARACTERS);
  }

  /** Returns folded words, with blanks around each, in which forms in full are shortened. */
  static String shortened(String words) {
    String shortened = words;
    for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
      shortened = shortened.replace(" " + phrase.getKey() + " ", " " + phrase.getValue() + " ");
    }
    return shortened;
  }

  /** Returns whether a folded word says that a name is a company's, whatever else stands there. */
  static boolean isCertain(String word) {
    return CERTAIN.contains(word);
  }

  /**
   * Takes the forms off the words of a name, but never all words.
   *
   * @return the forms in one spelling each, sorted
   */
  static Set<String> strip(List<String> words) {
    Set<String> forms = new TreeSet<>();
    boolean last = true;
    for (int i = words.size() - 1; i >= 0 && words.size() > 1; i--) {
      String word = words.get(i);
      if (isCertain(word) || (last && LAST.contains(word)) || (i == 0 && FIRST.contains(word))) {
        forms.add(SAME.getOrDefault(word, word));
        words.remove(i);
      } else {
        last = false;
      }
    }
    forms.removeAll(WEAK);
    return forms;
  }

  private static String replaced(String text, Map<String, String> replacements) {
    String replaced = text;
    for (Map.Entry<String, String> replacement : replacements.entrySet()) {
      replaced = replaced.replace(replacement.getKey(), replacement.getValue());
    }
    return replaced;
  }

  private static Set<String> words(String words) {
    return ImmutableSet.copyOf(words.split(" ", -1));
  }
}
