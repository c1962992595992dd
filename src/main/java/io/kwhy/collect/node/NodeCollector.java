package io.kwhy.collect.node;

import io.kwhy.bundle.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Looks at hosts, a few at a time: the same script each time, whatever starts it. */
public final class NodeCollector {
  private static final int AT_A_TIME = 8;
  private static final int SAID = 4 << 10;

  private final NodeShell shell;
  private final Function<NodeTarget, String> script;
  private final Duration timeout;
  private final Draft draft;
  private final UnaryOperator<String> hashes;
  private final Clock clock;

  /**
   * @param script the text for a host
   * @param timeout for each host
   * @param hashes what the cluster's Secrets remember for a name; {@code ""} where there is nothing
   */
  public NodeCollector(
      NodeShell shell,
      Function<NodeTarget, String> script,
      Duration timeout,
      Draft draft,
      UnaryOperator<String> hashes,
      Clock clock) {
    this.clock = clock;
    this.hashes = hashes;
    this.shell = shell;
    this.script = script;
    this.timeout = timeout;
    this.draft = draft;
  }

  /** Looks at all of them; a host that refuses is a gap. */
  public void collect(List<NodeTarget> targets) throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            AT_A_TIME,
            task -> {
              Thread thread = new Thread(task, "kwhy-node");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> running = new ArrayList<>();
      for (NodeTarget target : targets) {
        running.add(
            threads.submit(
                () -> {
                  look(target);
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

  private void look(NodeTarget target) throws IOException {
    draft.host(target.name(), target.role(), target.hostname(), target.addresses(), false);
    List<String> command = shell.command(target);
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      draft.gap("nodes/" + target.name(), command.get(0) + " could not be started");
      return;
    }
    AtomicBoolean late = new AtomicBoolean();
    Thread errors = new Thread(() -> {}, "kwhy-nothing");
    StringBuilder said = new StringBuilder();
    try {
      errors = reader(process.getErrorStream(), said);
      Thread feeder = feeder(process, script.apply(target));
      Thread watch = watch(process, late);
      NodeIntake intake = new NodeIntake(target, draft, hashes, clock);
      intake.read(process.getInputStream());
      watch.interrupt();
      feeder.interrupt();
      process.waitFor(1, TimeUnit.SECONDS);
      errors.join(1_000);
      if (!intake.gotAnything()) {
        draft.gap("nodes/" + target.name(), reason(command.get(0), late.get(), said.toString()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroy();
    }
  }

  private String reason(String program, boolean late, String said) {
    if (late) {
      return program + ": no end after " + timeout.toSeconds() + " s";
    }
    String first = said.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("");
    return program + ": " + (first.isEmpty() ? "the host gave nothing" : first);
  }

  private static Thread feeder(Process process, String script) {
    return started(
        "kwhy-script",
        () -> {
          try (OutputStream in = process.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            // It ended before it had read the script: what it says tells why.
            return;
          }
        });
  }

  private static Thread reader(InputStream stream, StringBuilder said) {
    return started(
        "kwhy-errors",
        () -> {
          try (stream) {
            said.append(new String(stream.readNBytes(SAID), StandardCharsets.UTF_8));
            stream.transferTo(OutputStream.nullOutputStream());
          } catch (IOException e) {
            return;
          }
        });
  }

  private Thread watch(Process process, AtomicBoolean late) {
    return started(
        "kwhy-watch",
        () -> {
          try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
              late.set(true);
              process.descendants().forEach(ProcessHandle::destroy);
              process.destroy();
            }
          } catch (InterruptedException e) {
            return;
          }
        });
  }

  private static Thread started(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
