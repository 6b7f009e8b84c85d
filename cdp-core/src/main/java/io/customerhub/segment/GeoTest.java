package io.customerhub.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A test of a place: a map with {@code lat} or {@code latitude} and {@code lon}, {@code lng} or
 * {@code longitude} in degrees of WGS 84. Another value passes no such test.
 */
public sealed interface GeoTest extends ValueTest {

  /**
   * A point on earth.
   *
   * @param latitude degrees north, -90 to 90
   * @param longitude degrees east, -180 to 180
   */
  record Point(BigDecimal latitude, BigDecimal longitude) {

    /**
     * Brings the numbers to their kept form.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Point {
      latitude = Literals.decimal("latitude", latitude, -90, 90);
      longitude = Literals.decimal("longitude", longitude, -180, 180);
    }

    /** Returns the point of two numbers. */
    public static Point of(double latitude, double longitude) {
      return new Point(BigDecimal.valueOf(latitude), BigDecimal.valueOf(longitude));
    }
  }

  /**
   * At most so far from a point, along a great circle of a sphere with the mean radius of the
   * earth; off by up to 0.6% from the distance on the ellipsoid.
   *
   * @param center the point
   * @param km how many kilometres, 0 to 20,100
   */
  record Near(Point center, BigDecimal km) implements GeoTest {

    /**
     * Brings the distance to its kept form.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public Near {
      Objects.requireNonNull(center, "center");
      km = Literals.decimal("a distance in km", km, 0, 20_100);
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }

  /**
   * Inside of a polygon, with straight edges where longitude is drawn to the right and latitude
   * upwards. Each edge goes the shorter way around the earth, so a region may cross the 180th
   * meridian, but not hold a pole.
   *
   * @param corners 3 to {@value SegmentLimits#CORNERS} corners, in order
   */
  record Region(List<Point> corners) implements GeoTest {

    /**
     * Copies the corners.
     *
     * @throws IllegalArgumentException if there are too few or too many
     */
    public Region {
      corners = List.copyOf(corners);
      if (corners.size() < 3 || corners.size() > SegmentLimits.CORNERS) {
        throw new IllegalArgumentException(
            "a region has 3 to " + SegmentLimits.CORNERS + " corners, found: " + corners.size());
      }
    }

    @Override
    public String toString() {
      return Printer.text(this);
    }
  }
}
