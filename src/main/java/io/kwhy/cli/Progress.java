package io.kwhy.cli;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Says what takes so long: one line of a terminal that is written over, and gone in the end.
 * Whoever waits less than a second, or reads no terminal, sees nothing.
 */
final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final PrintStream out;
  private String stage = "";
  private int shown;
  private boolean visible;
  private boolean closed;

  private Progress(PrintStream out) {
    this.out = out;
  }

  /**
   * On standard error, where that is a terminal.
   *
   * @param wanted false where the user wants quiet
   */
  static Progress onTerminal(boolean wanted) {
    boolean terminal = Boolean.getBoolean("kwhy.terminal.errors");
    return wanted && terminal ? after(PATIENCE, System.err) : new Progress(System.err);
  }

  /** Keeps quiet that long. */
  static Progress after(Duration patience, PrintStream out) {
    Progress progress = new Progress(out);
    Thread thread = new Thread(() -> progress.appearAfter(patience), "progress");
    thread.setDaemon(true);
    thread.start();
    return progress;
  }

  /** What is done from here on. */
  synchronized void stage(String what) {
    stage = what;
    if (visible) {
      show("kwhy: " + stage + " …");
    }
  }

  private synchronized void appearAfter(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (long left = patience.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
        wait(left / 1_000_000, (int) (left % 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (!closed) {
      visible = true;
      stage(stage);
    }
  }

  private void show(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    out.flush();
    shown = line.length();
  }

  @Override
  public synchronized void close() {
    if (visible) {
      show("");
      out.print("\r");
      out.flush();
    }
    visible = false;
    closed = true;
    notifyAll();
  }
}
