package io.kwhy.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that is got ready by another thread, while this one waits for the network. */
final class Aside<T> {
  private final FutureTask<T> task;

  private Aside(FutureTask<T> task) {
    this.task = task;
  }

  static <T> Aside<T> start(Callable<T> making) {
    FutureTask<T> task = new FutureTask<>(making);
    Thread thread = new Thread(task, "aside");
    thread.setDaemon(true);
    thread.start();
    return new Aside<>(task);
  }

  /**
   * What was made, once it is.
   *
   * @throws Exception as the making threw it
   */
  T get() throws Exception {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception problem) {
        throw problem;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
