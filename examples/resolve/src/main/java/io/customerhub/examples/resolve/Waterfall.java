package io.customerhub.examples.resolve;

import io.customerhub.identity.batch.PairExplanation;
import java.util.Locale;

/** Draws how the weights of a pair add up. */
final class Waterfall {

  private static final int WIDTH = 820;
  private static final int LEFT = 330;
  private static final int RIGHT = 70;
  private static final int BAR = 22;

  private final PairExplanation pair;
  private final StringBuilder svg = new StringBuilder();
  private double least;
  private double most;

  private Waterfall(PairExplanation pair) {
    this.pair = pair;
    double sum = 0;
    for (PairExplanation.Row row : pair.rows()) {
      sum += row.bits();
      least = Math.min(least, sum);
      most = Math.max(most, sum);
    }
  }

  static String svg(PairExplanation pair) {
    return new Waterfall(pair).draw();
  }

  private String draw() {
    int height = (pair.rows().size() + 1) * BAR + 8;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">",
            WIDTH,
            height,
            WIDTH,
            height));
    line(x(0), height);
    double sum = 0;
    int at = 0;
    for (PairExplanation.Row row : pair.rows()) {
      String label = row.comparison() + ": " + row.level();
      bar(at++, label, sum, row.bits(), row.bits() < 0 ? "#c2554d" : "#3c8d5a");
      sum += row.bits();
    }
    bar(at, "sum", 0, sum, "#33475b");
    return svg.append("</svg>").toString();
  }

  private void bar(int at, String label, double from, double bits, String colour) {
    int y = at * BAR + 4;
    double left = Math.min(x(from), x(from + bits));
    double width = Math.max(1, Math.abs(x(from + bits) - x(from)));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#1d2733\">%s</text>"
                + "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>"
                + "<text x=\"%.1f\" y=\"%d\" fill=\"#1d2733\">%+.1f</text>",
            LEFT - 10,
            y + 14,
            ExplainPage.escaped(label),
            left,
            y + 2,
            width,
            BAR - 6,
            colour,
            left + width + 4,
            y + 14,
            bits));
  }

  private void line(double x, int height) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\" stroke=\"#b6c2ce\"/>",
            x,
            x,
            height));
  }

  private double x(double bits) {
    return LEFT + (bits - least) / Math.max(1, most - least) * (WIDTH - LEFT - RIGHT);
  }
}
