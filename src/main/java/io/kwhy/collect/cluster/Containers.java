package io.kwhy.collect.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Whose logs are worth reading, found out while the list of pods comes in. */
final class Containers {
  /** Who ended so lately may end again, and runs but for this moment. */
  private static final Duration LATELY = Duration.ofMinutes(10);

  private final FutureTask<List<Container>> found;

  private Containers(FutureTask<List<Container>> found) {
    this.found = found;
  }

  static Containers none() {
    FutureTask<List<Container>> nothing = new FutureTask<>(List::of);
    nothing.run();
    return new Containers(nothing);
  }

  /** Reads a list of pods that is asked for now, at once and on the side. */
  static Containers of(InputStream pods, Instant now) {
    FutureTask<List<Container>> reading = new FutureTask<>(() -> in(pods, now.minus(LATELY)));
    Thread thread = new Thread(reading, "kwhy-containers");
    thread.setDaemon(true);
    thread.start();
    return new Containers(reading);
  }

  private static List<Container> in(InputStream pods, Instant lately) throws IOException {
    List<Container> wanted = new ArrayList<>();
    Container.each(
        pods,
        container -> {
          boolean ours =
              container.namespace().equals("kube-system")
                  || !container.well()
                  || container.failed().isAfter(lately);
          if (container.started() && ours) {
            wanted.add(container);
          }
        });
    return wanted;
  }

  /** Those that keep the cluster going, and those that are not well, or were not a moment ago. */
  List<Container> worthTheirLog() throws IOException {
    try {
      return found.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      return List.of();
    }
  }
}
