package io.customerhub.contract;

import io.customerhub.spi.Delivery;
import io.customerhub.spi.DeliveryResult;
import io.customerhub.spi.Destination;
import io.customerhub.spi.NewsKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A destination that remembers what it was told and answers as it is asked to. Thread-safe. */
public final class Recorder implements Destination {

  private final List<Delivery> attempts = Collections.synchronizedList(new ArrayList<>());
  private final List<Delivery> delivered = Collections.synchronizedList(new ArrayList<>());
  private volatile Function<Delivery, DeliveryResult> answer =
      delivery -> DeliveryResult.delivered();
  private volatile boolean closed;

  @Override
  public DeliveryResult deliver(Delivery delivery) {
    attempts.add(delivery);
    DeliveryResult result = answer.apply(delivery);
    if (result instanceof DeliveryResult.Delivered) {
      delivered.add(delivery);
    }
    return result;
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Answers every attempt from now on. */
  public void answer(Function<Delivery, DeliveryResult> function) {
    answer = function;
  }

  /** Answers that all is well from now on. */
  public void recover() {
    answer = delivery -> DeliveryResult.delivered();
  }

  public boolean isClosed() {
    return closed;
  }

  public List<Delivery> attempts() {
    return List.copyOf(attempts);
  }

  public List<Delivery> delivered() {
    return List.copyOf(delivered);
  }

  public List<NewsKind> kinds() {
    return delivered().stream().map(Delivery::kind).toList();
  }

  /** Returns the bodies of all attempts. */
  public String bodies() {
    return String.join("\n", attempts().stream().map(Delivery::body).toList());
  }

  public void clear() {
    attempts.clear();
    delivered.clear();
  }
}
