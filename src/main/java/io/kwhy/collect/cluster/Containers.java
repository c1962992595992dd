package io.kwhy.collect.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Whose logs are worth reading, found out while the list of pods comes in. */
final class Containers {
  private final FutureTask<List<Container>> found;

  private Containers(FutureTask<List<Container>> found) {
    this.found = found;
  }

  static Containers none() {
    FutureTask<List<Container>> nothing = new FutureTask<>(List::of);
    nothing.run();
    return new Containers(nothing);
  }

  /** Reads a list of pods, at once and on the side. */
  static Containers of(InputStream pods) {
    FutureTask<List<Container>> reading = new FutureTask<>(() -> in(pods));
    Thread thread = new Thread(reading, "kwhy-containers");
    thread.setDaemon(true);
    thread.start();
    return new Containers(reading);
  }

  private static List<Container> in(InputStream pods) throws IOException {
    List<Container> wanted = new ArrayList<>();
    Container.each(
        pods,
        container -> {
          boolean ours = container.namespace().equals("kube-system") || !container.well();
          if (container.started() && ours) {
            wanted.add(container);
          }
        });
    return wanted;
  }

  /** Those that keep the cluster going, and those that are not well; none if there is no list. */
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
