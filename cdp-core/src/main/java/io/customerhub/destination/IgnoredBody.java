package io.customerhub.destination;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a short body to its end, so that the connection can be used again, and cuts a long one. */
final class IgnoredBody implements HttpResponse.BodySubscriber<Void> {

  private static final long MOST = 64 * 1024;

  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private long read;

  @Override
  public CompletionStage<Void> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      read += buffer.remaining();
    }
    if (read > MOST && subscription != null) {
      subscription.cancel();
      done.complete(null);
    }
  }

  /** The status came before: what happens to the rest changes nothing. */
  @Override
  public void onError(Throwable failure) {
    done.complete(null);
  }

  @Override
  public void onComplete() {
    done.complete(null);
  }
}
