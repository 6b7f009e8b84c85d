package io.customerhub.identity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws how the weights of a pair add up: each bar starts where the one before it ended. */
final class WaterfallSvg {

  private static final int WIDTH = 820;
  private static final int LEFT = 350;
  private static final int RIGHT = 60;
  private static final int BAR = 24;
  private static final int TOP = 22;
  private static final int LABEL = 52;

  private static final String FOR = "#2f7d4f";
  private static final String AGAINST = "#b5443b";
  private static final String SUM = "#33475b";
  private static final String TEXT = "#1d2733";
  private static final String QUIET = "#5b6b7c";

  private final Waterfall waterfall;
  private final StringBuilder svg = new StringBuilder();
  private final double least;
  private final double most;

  private WaterfallSvg(Waterfall waterfall) {
    this.waterfall = waterfall;
    List<Double> sums = waterfall.sums();
    double low = sums.stream().mapToDouble(sum -> sum).min().orElse(0);
    double high = sums.stream().mapToDouble(sum -> sum).max().orElse(0);
    this.least = Math.min(0, Math.min(low, waterfall.matchBits()));
    this.most = Math.max(0, Math.max(high, waterfall.matchBits()));
  }

  static String draw(Waterfall waterfall, String title) {
    return new WaterfallSvg(waterfall).draw(title);
  }

  private String draw(String title) {
    int height = TOP + (waterfall.bars().size() + 1) * BAR + 6;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " height=\"%d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">",
        WIDTH, height, WIDTH, height);
    add("<title>%s</title><desc>%s</desc>", escaped(title), escaped(description()));
    line(0, height, "#b6c2ce", "");
    line(waterfall.matchBits(), height, QUIET, " stroke-dasharray=\"3 3\"");
    add(
        "<text x=\"%.1f\" y=\"13\" text-anchor=\"middle\" fill=\"%s\">match</text>",
        x(waterfall.matchBits()), QUIET);
    List<Double> sums = waterfall.sums();
    int at = 0;
    for (Waterfall.Bar bar : waterfall.bars()) {
      String colour = bar.bits() < 0 ? AGAINST : FOR;
      bar(at, label(bar), sums.get(at), bar.bits(), colour, shares(bar));
      at++;
    }
    bar(at, "sum", 0, waterfall.bits(), SUM, "");
    return svg.append("</svg>").toString();
  }

  private String description() {
    String bars =
        waterfall.bars().stream()
            .map(bar -> String.format(Locale.ROOT, "%s %+.1f", label(bar), bar.bits()))
            .collect(Collectors.joining("; "));
    return String.format(
        Locale.ROOT,
        "Weights in bits: %s; sum %+.1f, a match takes %.1f.",
        bars,
        waterfall.bits(),
        waterfall.matchBits());
  }

  private static String label(Waterfall.Bar bar) {
    return (bar.comparison() + ": " + bar.level()).replace('_', ' ');
  }

  private static String shares(Waterfall.Bar bar) {
    return bar.m() > 0 ? String.format(Locale.ROOT, "m %.2g, u %.2g", bar.m(), bar.u()) : "";
  }

  private void bar(int at, String label, double from, double bits, String colour, String tip) {
    int y = TOP + at * BAR;
    double left = Math.min(x(from), x(from + bits));
    double width = Math.max(1, Math.abs(x(from + bits) - x(from)));
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>",
        LEFT - 12, y + 15, TEXT, escaped(cut(label)));
    add(
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\">%s</rect>",
        left, y + 3, width, BAR - 7, colour, tip.isEmpty() ? "" : "<title>" + tip + "</title>");
    add("<text x=\"%.1f\" y=\"%d\" fill=\"%s\">%+.1f</text>", left + width + 5, y + 15, TEXT, bits);
  }

  private void line(double bits, int height, String colour, String dashes) {
    add(
        "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"%s/>",
        x(bits), TOP - 4, x(bits), height, colour, dashes);
  }

  private double x(double bits) {
    return LEFT + (bits - least) / Math.max(1, most - least) * (WIDTH - LEFT - RIGHT);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static String cut(String text) {
    return text.length() <= LABEL ? text : text.substring(0, LABEL - 3) + "...";
  }

  /** XML has no way to write control characters, so they are left out. */
  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}\\x{FFFE}\\x{FFFF}\\p{Cs}]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
