package io.customerhub.identity;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's name, folded and split, without its legal form.
 *
 * @param words what tells it from others, in order; the whole name if nothing does
 * @param forms its legal forms in one spelling each, sorted; may be empty
 * @param other the name it trades under besides; null if it has none
 */
record OrganisationName(
    List<EncodedText> words, Set<String> forms, @Nullable OrganisationName other) {

  static final OrganisationName NONE = new OrganisationName(List.of(), Set.of(), null);

  /** Most letters of a name that may be the initials of another. */
  private static final int INITIALS = 6;

  /** Registered names are long before they come to the point. */
  private static final int READ = 24;

  private static final Splitter BLANKS = Splitter.on(' ').omitEmptyStrings();

  private static final Set<String> EMPTY =
      words(
          "and und et og och the der die das den dem le la les los las el of de du des del della di da"
              + " do dos von van for fur");

  private static final Map<String, String> FULL =
      ImmutableMap.<String, String>builder()
          .put("intl", "international")
          .put("internat", "international")
          .put("natl", "national")
          .put("mfg", "manufacturing")
          .put("mfr", "manufacturing")
          .put("bros", "brothers")
          .put("gebr", "gebruder")
          .put("gebrueder", "gebruder")
          .put("hnos", "hermanos")
          .put("assoc", "associates")
          .put("assn", "association")
          .put("svc", "services")
          .put("svcs", "services")
          .put("service", "services")
          .put("mgmt", "management")
          .put("univ", "university")
          .put("engr", "engineering")
          .put("engrg", "engineering")
          .put("constr", "construction")
          .put("inds", "industries")
          .put("labs", "laboratories")
          .put("hosp", "hospital")
          .put("ctr", "center")
          .put("centre", "center")
          .put("grp", "group")
          .put("mktg", "marketing")
          .put("hldg", "holding")
          .put("hldgs", "holding")
          .put("holdings", "holding")
          .put("inst", "institute")
          .put("ges", "gesellschaft")
          .put("tech", "technology")
          .put("techs", "technology")
          .put("technologies", "technology")
          .put("sys", "systems")
          .put("dept", "department")
          .put("deli", "delicatessen")
          .put("saint", "st")
          .build();

  /** What stands between the registered name and the one it trades under. */
  private static final List<String> TRADES_AS =
      List.of(
          "trading as", "doing business as", "also known as", "formerly", "d b a", "t a", "aka");

  OrganisationName {
    words = List.copyOf(words);
    forms = Set.copyOf(forms);
  }

  /**
   * Reads a name.
   *
   * @param city where it is: a name says nothing more by repeating it
   */
  static OrganisationName of(String text, String city) {
    if (text.isEmpty()) {
      return NONE;
    }
    List<String> tokens = FoldedText.tokens(LegalForms.apart(text), READ);
    if (tokens.isEmpty()) {
      return NONE;
    }
    String line = LegalForms.shortened(" " + String.join(" ", tokens) + " ");
    for (String between : TRADES_AS) {
      line = line.replace(" " + between + " ", " dba ");
    }
    int dba = line.indexOf(" dba ");
    List<String> place = FoldedText.tokens(city);
    if (dba < 1 || line.length() - dba <= 5) {
      return of(line, place, null);
    }
    OrganisationName registered = of(line.substring(0, dba), place, null);
    return of(line.substring(dba + 5).replace(" dba ", " "), place, registered);
  }

  private static OrganisationName of(
      String line, List<String> place, @Nullable OrganisationName other) {
    List<String> words = new ArrayList<>();
    BLANKS.split(line).forEach(word -> words.add(FULL.getOrDefault(word, word)));
    removeUnlessAll(words, EMPTY);
    joinInitials(words);
    Set<String> forms = LegalForms.strip(words);
    if (words.stream().anyMatch(word -> !place.contains(word) && WordWeights.isTelling(word))) {
      words.removeAll(place);
    }
    List<String> kept = words.subList(0, Math.min(words.size(), FoldedText.TOKENS));
    return new OrganisationName(EncodedText.all(kept), forms, other);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  List<String> texts() {
    return EncodedText.texts(words);
  }

  String joined() {
    return String.join("", texts());
  }

  /** Returns the first letters of the words; empty if there are fewer than three. */
  String initials() {
    if (words.size() < 3) {
      return "";
    }
    StringBuilder initials = new StringBuilder(words.size());
    words.forEach(word -> initials.append(Letters.prefix(word.text(), 1)));
    return initials.toString();
  }

  /** Returns the initials, or the name itself if it is short enough to be some; may be empty. */
  String asInitials() {
    String initials = initials();
    boolean isShort = words.size() == 1 && words.get(0).length() <= INITIALS;
    return initials.isEmpty() && isShort ? joined() : initials;
  }

  private static void removeUnlessAll(List<String> words, Set<String> removed) {
    if (!removed.containsAll(words)) {
      words.removeAll(removed);
    }
  }

  /** A. B. C. is ABC, and J & J is JJ. */
  private static void joinInitials(List<String> words) {
    List<String> joined = new ArrayList<>(words.size());
    boolean initials = false;
    for (String word : words) {
      boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
      if (initial && initials) {
        joined.set(joined.size() - 1, joined.get(joined.size() - 1) + word);
      } else {
        joined.add(word);
      }
      initials = initial;
    }
    words.clear();
    words.addAll(joined);
  }

  private static Set<String> words(String words) {
    return ImmutableSet.copyOf(words.split(" ", -1));
  }
}
