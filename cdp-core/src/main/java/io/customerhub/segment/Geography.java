package io.customerhub.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tests places. Computes strictly, so that every machine has the same outcome. */
final class Geography {

  private static final double EARTH_RADIUS_KM = 6371.0088;
  private static final double FULL_TURN = 360;

  private Geography() {}

  static boolean passes(GeoTest test, Object value) {
    double @Nullable [] place = place(value);
    if (place == null) {
      return false;
    }
    return test instanceof GeoTest.Near near
        ? distance(place, degrees(near.center())) <= near.km().doubleValue()
        : isInside(((GeoTest.Region) test).corners(), place);
  }

  /** Returns latitude and longitude, or null if the value is no place. */
  static double @Nullable [] place(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return null;
    }
    Double latitude = number(map, 90, "lat", "latitude");
    Double longitude = number(map, 180, "lon", "lng", "longitude");
    return latitude == null || longitude == null ? null : new double[] {latitude, longitude};
  }

  private static @Nullable Double number(Map<?, ?> map, int most, String... names) {
    for (String name : names) {
      if (map.get(name) instanceof BigDecimal number) {
        return Math.abs(number.doubleValue()) <= most ? number.doubleValue() : null;
      }
    }
    return null;
  }

  private static double[] degrees(GeoTest.Point point) {
    return new double[] {point.latitude().doubleValue(), point.longitude().doubleValue()};
  }

  /** By the haversine formula, which is exact for small distances, too. */
  private static double distance(double[] a, double[] b) {
    double north = haversine(a[0] - b[0]);
    double east = haversine(a[1] - b[1]);
    double both =
        north
            + StrictMath.cos(StrictMath.toRadians(a[0]))
                * StrictMath.cos(StrictMath.toRadians(b[0]))
                * east;
    return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, StrictMath.sqrt(both)));
  }

  private static double haversine(double degrees) {
    double half = StrictMath.sin(StrictMath.toRadians(degrees) / 2);
    return half * half;
  }

  /** The corners may be a turn of the earth away from the place, either way. */
  private static boolean isInside(List<GeoTest.Point> corners, double[] place) {
    double[][] polygon = unrolled(corners);
    return isInside(polygon, place[0], place[1])
        || isInside(polygon, place[0], place[1] + FULL_TURN)
        || isInside(polygon, place[0], place[1] - FULL_TURN);
  }

  /** Returns the corners with longitudes that go on beyond 180 degrees. */
  private static double[][] unrolled(List<GeoTest.Point> corners) {
    double[][] polygon = new double[corners.size()][];
    for (int i = 0; i < polygon.length; i++) {
      polygon[i] = degrees(corners.get(i));
      if (i > 0) {
        double step = polygon[i][1] - polygon[i - 1][1];
        polygon[i][1] -= FULL_TURN * StrictMath.rint(step / FULL_TURN);
      }
    }
    return polygon;
  }

  /** Counts how many edges a line to the east crosses. */
  private static boolean isInside(double[][] polygon, double y, double x) {
    boolean inside = false;
    for (int i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      double[] a = polygon[i];
      double[] b = polygon[j];
      if (a[0] > y != b[0] > y && x < (b[1] - a[1]) * (y - a[0]) / (b[0] - a[0]) + a[1]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
