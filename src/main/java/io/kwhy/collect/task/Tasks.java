package io.kwhy.collect.task;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs things side by side, a few at a time, and waits for all of them. */
public final class Tasks {
  private Tasks() {}

  /** One thing to do; what it throws ends the others. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does it.
     *
     * @throws IOException if it failed so that the others are in vain
     */
    void run() throws IOException;
  }

  /**
   * Runs all of them.
   *
   * @param name of the threads
   * @throws IOException the first failure of a task, or if the caller is interrupted
   */
  public static void run(String name, int atATime, List<Task> tasks) throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            atATime,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Task task : tasks) {
        running.add(
            threads.submit(
                () -> {
                  task.run();
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
