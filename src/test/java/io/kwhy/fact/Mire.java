package io.kwhy.fact;

import java.util.concurrent.CountDownLatch;

/** A fact that a rule gets stuck in when it asks, until the test lets it go; costs no processor. */
public record Mire(CountDownLatch way) implements Fact {
  /** A mire that holds until it is drained. */
  public static Mire closed() {
    return new Mire(new CountDownLatch(1));
  }

  /** Does not come back before the mire is drained. */
  public boolean crossed() {
    try {
      way.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Lets go whoever is stuck. */
  public void drain() {
    way.countDown();
  }

  @Override
  public Origin origin() {
    return Origin.of("mire");
  }

  @Override
  public String text() {
    return "mire";
  }
}
