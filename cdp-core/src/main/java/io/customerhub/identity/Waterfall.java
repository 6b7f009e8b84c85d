package io.customerhub.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How the weights of two records add up, bar by bar, the prior first. Holds no personal data.
 * Immutable.
 *
 * @param bars the weights; their sum is the score of the pair
 * @param matchBits from how many bits on a pair is a match, unless something forbids it
 */
public record Waterfall(List<Bar> bars, double matchBits) {

  /** Longest line of {@link #text()}. */
  public static final int COLUMNS = 100;

  /**
   * One weight.
   *
   * @param comparison what was compared, such as {@code email}
   * @param level how it agreed
   * @param bits the weight
   * @param m how often records of one person agree so; 0 if the weight is not made of that
   * @param u how often records of different people agree so; 0 likewise
   */
  public record Bar(String comparison, String level, double bits, double m, double u) {

    /** Checks that the parts are there. */
    public Bar {
      Objects.requireNonNull(comparison, "comparison");
      Objects.requireNonNull(level, "level");
    }

    /** Returns a bar for a level by its weight in a model. */
    public static Bar of(Level level, MatchModel model) {
      Evidence evidence = level.evidence();
      return new Bar(
          evidence.comparison(),
          evidence.level(),
          model.bits(level),
          model.m(level),
          model.u(level));
    }

    /** Returns a bar for what a rare or common value adds to the level before it. */
    public static Bar ofTerm(Level level, double bits) {
      Evidence evidence = TermFrequencies.evidence(level, bits);
      return new Bar(evidence.comparison(), evidence.level(), bits, 0, 0);
    }
  }

  /** Copies the bars. */
  public Waterfall {
    bars = List.copyOf(bars);
  }

  /** Returns the sum of the bars, in bits: 1 doubles the odds that it is one person. */
  public double bits() {
    return bars.stream().mapToDouble(Bar::bits).sum();
  }

  /** Returns the probability that the two are of one person, by these weights. */
  public double probability() {
    return 1 / (1 + Math.pow(2, -bits()));
  }

  /** Returns a line for each bar and one for the sum, none longer than {@value #COLUMNS}. */
  public String text() {
    StringBuilder out = new StringBuilder();
    bars.forEach(bar -> out.append(line(bar)).append('\n'));
    return out.append(
            String.format(
                Locale.ROOT,
                "%-58s %+6.1f  a match takes %.1f (p %.4f)%n",
                "sum",
                bits(),
                matchBits,
                probability()))
        .toString();
  }

  private static String line(Bar bar) {
    String shares =
        bar.m() > 0 ? String.format(Locale.ROOT, "  m %-6.2g u %.2g", bar.m(), bar.u()) : "";
    return String.format(
            Locale.ROOT,
            "%-14s %-43s %+6.1f%s",
            cut(bar.comparison(), 14),
            cut(bar.level(), 43),
            bar.bits(),
            shares)
        .stripTrailing();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 3) + "...";
  }

  /**
   * Returns the bars drawn as SVG, to be put into a page as it is: all texts are escaped, and
   * readers of a screen get a title and a description.
   *
   * @param title what the drawing shows, such as the names of the two records
   */
  public String svg(String title) {
    return WaterfallSvg.draw(this, title);
  }

  /** Returns the sums before each bar, and the whole sum at the end. */
  List<Double> sums() {
    List<Double> sums = new ArrayList<>(bars.size() + 1);
    double sum = 0;
    for (Bar bar : bars) {
      sums.add(sum);
      sum += bar.bits();
    }
    sums.add(sum);
    return sums;
  }
}
