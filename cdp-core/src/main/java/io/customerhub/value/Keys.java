package io.customerhub.value;

import java.util.Comparator;
import java.util.List;

/** Orders lists of numbers of one length. */
final class Keys {

  static final Comparator<List<Double>> ORDER =
      (left, right) -> {
        for (int i = 0; i < left.size(); i++) {
          int order = Double.compare(left.get(i), right.get(i));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  private Keys() {}
}
