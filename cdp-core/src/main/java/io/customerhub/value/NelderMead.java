package io.customerhub.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Finds a minimum by the simplex method of Nelder and Mead (1965), started anew from what it found
 * until that gains nothing: a collapsed simplex would else pass for a minimum. No randomness.
 */
final class NelderMead {

  private static final int STEPS = 5_000;
  private static final int STARTS = 30;
  private static final double ENOUGH = 1e-12;

  private final ToDoubleFunction<double[]> function;

  NelderMead(ToDoubleFunction<double[]> function) {
    this.function = function;
  }

  /** A place and what the function is there. */
  private static final class Point {

    private final double[] at;
    private final double value;

    Point(double[] at, double value) {
      this.at = at;
      this.value = value;
    }

    double[] at() {
      return at;
    }

    double value() {
      return value;
    }
  }

  double[] minimum(double... start) {
    Point best = point(start);
    for (int i = 0; i < STARTS; i++) {
      Point found = descend(best.at());
      boolean done = best.value() - found.value() <= ENOUGH * (1 + Math.abs(found.value()));
      best = found.value() < best.value() ? found : best;
      if (done && i > 0) {
        break;
      }
    }
    return best.at();
  }

  private Point descend(double[] start) {
    Point[] simplex = simplex(start);
    for (int i = 0; i < STEPS; i++) {
      Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
      if (isSmall(simplex)) {
        break;
      }
      step(simplex);
    }
    Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
    return simplex[0];
  }

  private Point[] simplex(double[] start) {
    Point[] simplex = new Point[start.length + 1];
    simplex[0] = point(start);
    for (int i = 0; i < start.length; i++) {
      double[] at = start.clone();
      at[i] += 0.5;
      simplex[i + 1] = point(at);
    }
    return simplex;
  }

  private void step(Point[] simplex) {
    int last = simplex.length - 1;
    double[] centre = centre(simplex, last);
    Point worst = simplex[last];
    Point reflected = along(centre, worst, -1);
    if (reflected.value() < simplex[0].value()) {
      Point further = along(centre, worst, -2);
      simplex[last] = further.value() < reflected.value() ? further : reflected;
      return;
    }
    if (reflected.value() < simplex[last - 1].value()) {
      simplex[last] = reflected;
      return;
    }
    boolean outside = reflected.value() < worst.value();
    Point nearer = along(centre, worst, outside ? -0.5 : 0.5);
    if (nearer.value() < Math.min(reflected.value(), worst.value())) {
      simplex[last] = nearer;
    } else {
      shrink(simplex);
    }
  }

  private void shrink(Point[] simplex) {
    for (int i = 1; i < simplex.length; i++) {
      simplex[i] = along(simplex[0].at(), simplex[i], 0.5);
    }
  }

  private Point along(double[] from, Point to, double factor) {
    double[] at = new double[from.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = from[i] + factor * (to.at()[i] - from[i]);
    }
    return point(at);
  }

  private static double[] centre(Point[] simplex, int count) {
    double[] centre = new double[count];
    for (int p = 0; p < count; p++) {
      for (int i = 0; i < count; i++) {
        centre[i] += simplex[p].at()[i] / count;
      }
    }
    return centre;
  }

  private static boolean isSmall(Point[] sorted) {
    double spread = 0;
    for (Point point : sorted) {
      for (int i = 0; i < point.at().length; i++) {
        spread = Math.max(spread, Math.abs(point.at()[i] - sorted[0].at()[i]));
      }
    }
    return spread < 1e-9;
  }

  private Point point(double[] at) {
    double value = function.applyAsDouble(at);
    return new Point(at, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
  }
}
