package io.customerhub.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Distance by the angle between vectors, and regions by how far their edges turn around a place.
 */
final class GeoOracle {

  private GeoOracle() {}

  static boolean passes(GeoTest test, Map<?, ?> place) {
    Object lat = place.get("lat");
    Object lon = place.containsKey("lon") ? place.get("lon") : place.get("longitude");
    if (!(lat instanceof BigDecimal y) || !(lon instanceof BigDecimal x)) {
      return false;
    }
    if (test instanceof GeoTest.Near near) {
      double[] a = vector(y.doubleValue(), x.doubleValue());
      double[] b =
          vector(near.center().latitude().doubleValue(), near.center().longitude().doubleValue());
      double cos = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
      return 6371.0088 * Math.acos(Math.min(1, cos)) <= near.km().doubleValue();
    }
    return turns(((GeoTest.Region) test).corners(), y.doubleValue(), x.doubleValue());
  }

  private static double[] vector(double lat, double lon) {
    double y = Math.toRadians(lat);
    double x = Math.toRadians(lon);
    return new double[] {Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)};
  }

  /** All corners are brought next to the place, which no edge of the random regions is far from. */
  private static boolean turns(List<GeoTest.Point> corners, double lat, double lon) {
    for (int turn = -360; turn <= 360; turn += 360) {
      double angle = 0;
      double x = corners.get(0).longitude().doubleValue() - lon + turn;
      double y = corners.get(0).latitude().doubleValue() - lat;
      for (int i = 1; i <= corners.size(); i++) {
        GeoTest.Point corner = corners.get(i % corners.size());
        double step = corner.longitude().doubleValue() - lon + turn - x;
        double nextX = x + (step > 180 ? step - 360 : step < -180 ? step + 360 : step);
        nextX = nextX - 360 * Math.rint((nextX - x) / 360);
        double nextY = corner.latitude().doubleValue() - lat;
        angle += Math.atan2(x * nextY - y * nextX, x * nextX + y * nextY);
        x = nextX;
        y = nextY;
      }
      if (Math.abs(angle) > Math.PI) {
        return true;
      }
    }
    return false;
  }
}
