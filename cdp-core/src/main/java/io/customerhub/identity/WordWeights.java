package io.customerhub.identity;

import com.google.common.collect.ImmutableSet;
import java.util.Set;

/**
 * How much a word tells one organisation from another: 1 for a word of its own, down to {@value
 * #LEAST} for one that many have. Of one word always the same.
 */
interface WordWeights {

  /** The part of names that words are, see {@link Term#part}. */
  String PART = "organisation word";

  /** Least weight. */
  double LEAST = 0.1;

  /** Words that say what kind of business it is, or where, wherever one looks. */
  Set<String> GENERIC =
      ImmutableSet.copyOf(
          ("agency airlines america american asia associates association australia auto bakery bank bar"
                  + " beauty bros brothers business cafe canada care center chemicals china church"
                  + " city clinic club coffee college commercial communications community consultants"
                  + " consulting construction corporate dental deutschland design deutsche development"
                  + " dienstleistungen digital distribution electric electronics energy engineering"
                  + " enterprise enterprises entertainment equipment espana estate europe express"
                  + " fashion finance financial food foods foundation france garage general germany"
                  + " gesellschaft global grill group grupo handel handels health healthcare holding"
                  + " home hospital hotel house immobilien import export imports india industrial"
                  + " industries industry information inn institute insurance interactive"
                  + " international investment investments italia japan kitchen laboratories law"
                  + " logistics machinery management manufacturing market marketing materials media"
                  + " medical motors national network networks new north office online partner"
                  + " partners pharma pharmaceuticals pharmacy pizza pizzeria plumbing products"
                  + " production productions properties property real repair research resources"
                  + " restaurant retail room sales salon school security service services shop"
                  + " software solution solutions south sports store stores studio studios supplies"
                  + " supply systems taxi technology telecom textile the tours trade traders trading"
                  + " transport travel trust uk union united university us usa ventures verein"
                  + " vietnam wholesale works world worldwide")
              .split(" ", -1));

  /** Returns the weight of a folded word. */
  double of(String word);

  /**
   * Returns the weights of words by how many organisations have them. Where that is not known only
   * {@link #GENERIC} words and single letters tell little.
   */
  static WordWeights known(TermFrequencies frequencies) {
    long holders = frequencies.holders(PART);
    return holders == 0
        ? word -> of(word, 1, 1)
        : word -> of(word, frequencies.people(term(word)), holders);
  }

  /**
   * Returns the weight of a word.
   *
   * @param count how many organisations have it
   * @param all how many words they have
   */
  static double of(String word, long count, long all) {
    double general = isTelling(word) ? 1 : 0.3;
    if (count <= TermFrequencies.GENERIC || all <= count) {
      return general;
    }
    double share =
        Math.log((double) all / count) / Math.log((double) all / TermFrequencies.GENERIC);
    return Math.max(LEAST, Math.min(general, share * share));
  }

  /** Returns a word as a term to be counted. */
  static Term term(String word) {
    return new Term(Level.ORGANISATION_CLOSE, PART, word);
  }

  /** Returns whether a word is more than a single letter or the kind of a business. */
  static boolean isTelling(String word) {
    return word.length() > 1 && !GENERIC.contains(word);
  }
}
