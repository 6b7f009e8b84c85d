package io.customerhub.identity.script;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Arabic names in Latin letters: Al-Masri, al Masri and Almasri are one word, as are Abd al-Rahman
 * and Abdalrahman, and whose son or daughter somebody is says no more than the father's name does.
 */
public final class ArabicName {

  /** One of these as a word tells an Arabic name; Bin alone may be a Chinese one. */
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "el", "ul", "abu", "abou", "abd", "abdul", "abdel", "bint", "ibn", "binte",
          "binti");

  private static final int LONGEST = 5;

  private static final Pattern ARTICLE =
      Pattern.compile("(?i)(?<![\\p{L}\\p{M}])(a[dlnrstz]|ash|el|ul)-(?=\\p{L})");

  private static final Pattern CHILD_OF =
      Pattern.compile("(?i)(?<=\\p{L})\\s+(?:bin|bint[ei]?|ibn)\\s+(?=\\p{L})");

  private static final Pattern SERVANT =
      Pattern.compile("(?i)(?<!\\p{L})(abd)[\\s-]+(al|el|ul|ur|ar|er|as)?[\\s-]*(?=\\p{L}{3})");

  /** Behind another word, since Al is a given name too. */
  private static final Pattern BEFORE_NAME =
      Pattern.compile("(?i)(?<=\\p{L}\\s{1,2})(al|el|ul|abou|abu|abdul|abdel)\\s+(?=\\p{L}{3})");

  private ArabicName() {}

  /** Returns a name with what belongs together in one word; any other name as it is. */
  public static String joined(String name) {
    String joined = name.indexOf('-') < 0 ? name : ARTICLE.matcher(name).replaceAll("$1");
    if (joined.equals(name) && !hasParticle(name)) {
      return name;
    }
    joined = CHILD_OF.matcher(joined).replaceAll(" ");
    joined = SERVANT.matcher(joined).replaceAll("$1$2");
    return BEFORE_NAME.matcher(joined).replaceAll("$1");
  }

  private static boolean hasParticle(String name) {
    int from = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || !Character.isLetter(name.charAt(i))) {
        int length = i - from;
        if (length > 1
            && length <= LONGEST
            && length < name.length()
            && PARTICLES.contains(name.substring(from, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }
}
