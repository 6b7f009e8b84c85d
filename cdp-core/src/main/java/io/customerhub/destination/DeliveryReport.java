package io.customerhub.destination;

/**
 * What a run of deliveries did.
 *
 * @param delivered how much was delivered
 * @param failed how many attempts failed and are made again later
 * @param dead how much became a dead letter because of failures
 * @param skipped how much was withheld for lack of consent or by a frequency cap
 */
public record DeliveryReport(long delivered, long failed, long dead, long skipped) {

  /** Nothing was done. */
  public static final DeliveryReport NONE = new DeliveryReport(0, 0, 0, 0);

  static final DeliveryReport DELIVERED = new DeliveryReport(1, 0, 0, 0);
  static final DeliveryReport FAILED = new DeliveryReport(0, 1, 0, 0);
  static final DeliveryReport DEAD = new DeliveryReport(0, 0, 1, 0);
  static final DeliveryReport SKIPPED = new DeliveryReport(0, 0, 0, 1);

  /** Returns what both did. */
  public DeliveryReport and(DeliveryReport other) {
    return new DeliveryReport(
        delivered + other.delivered,
        failed + other.failed,
        dead + other.dead,
        skipped + other.skipped);
  }
}
