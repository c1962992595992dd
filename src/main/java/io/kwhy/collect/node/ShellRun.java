package io.kwhy.collect.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Runs the script in a shell that a program of this machine starts: sh itself, sudo or ssh. */
public final class ShellRun implements NodeRun {
  private static final int SAID = 4 << 10;

  /** For those who were asked to end. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  /** How ssh ends where it does not come past a host to jump over; why is told before. */
  private static final List<String> HUNG_UP =
      List.of(
          "Connection closed by UNKNOWN port",
          "kex_exchange_identification: Connection closed by remote host",
          "stdio forwarding failed");

  private final NodeShell shell;
  private final Duration timeout;

  /**
   * @param timeout for each host
   */
  public ShellRun(NodeShell shell, Duration timeout) {
    this.shell = shell;
    this.timeout = timeout;
  }

  @Override
  public String run(NodeTarget target, String script, Reader reader) throws IOException {
    List<String> command = shell.command(target);
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      return command.get(0) + " could not be started";
    }
    AtomicBoolean late = new AtomicBoolean();
    StringBuilder said = new StringBuilder();
    try {
      Thread errors = reader(process.getErrorStream(), said);
      Thread feeder = feeder(process, script);
      Thread watch = watch(process, late);
      reader.read(process.getInputStream());
      watch.interrupt();
      feeder.interrupt();
      process.waitFor(1, TimeUnit.SECONDS);
      errors.join(1_000);
      return reason(command.get(0), late.get(), said.toString());
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
    String last = lastWords(said);
    String prefix = program + ": ";
    return last.startsWith(prefix)
        ? last
        : prefix + (last.isEmpty() ? "the host gave nothing" : last);
  }

  private static String lastWords(String said) {
    List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(line -> HUNG_UP.stream().noneMatch(line::startsWith))
        .reduce((a, b) -> b)
        .orElse(lines.isEmpty() ? "" : lines.get(0));
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
              List<ProcessHandle> all =
                  Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
              all.forEach(ProcessHandle::destroy);
              process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
              // Whoever holds the output open is waited for.
              all.forEach(ProcessHandle::destroyForcibly);
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
