package io.kwhy.netfilter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real host in network namespaces of its own, see kernel.py; gone when closed. */
final class KernelHost implements AutoCloseable {
  private final Path folder;
  private final Process process;
  private final BufferedReader answers;
  private final Writer commands;
  private final String greeting;

  private KernelHost(Path folder, String kind) throws IOException {
    this.folder = folder;
    process =
        new ProcessBuilder(
                "python3", copy("kernel.py").toString(), copy("host.txt").toString(), kind)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    commands = process.outputWriter(StandardCharsets.UTF_8);
    greeting = String.valueOf(answers.readLine());
  }

  /** Starts one; {@link #greeting} says whether it could be. */
  static KernelHost start(Path folder) throws IOException {
    return new KernelHost(folder, "plain");
  }

  /** One whose cni0 is a bridge with the ports veth1, of 10.42.1.5, and veth2, of 10.42.1.6. */
  static KernelHost startBridged(Path folder) throws IOException {
    return new KernelHost(folder, "bridged");
  }

  /** {@code ready}, or why this machine can't be used. */
  String greeting() {
    return greeting;
  }

  private Path copy(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = KernelHost.class.getResourceAsStream(name)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  /** Loads rules; the answer is ok, or what the tool says against them. */
  String load(String tool, String rules) throws IOException {
    Path file = folder.resolve("rules");
    Files.writeString(file, rules);
    return last(ask("load " + tool + " " + file));
  }

  /** What a tool prints of the rules that are loaded. */
  String dump(String tool) throws IOException {
    Path file = folder.resolve("dump");
    String answer = last(ask("dump " + tool + " " + file));
    if (!answer.equals("ok")) {
      throw new IOException(answer);
    }
    return Files.readString(file);
  }

  void reset() throws IOException {
    String answer = last(ask("reset"));
    if (!answer.equals("ok")) {
      throw new IOException(answer);
    }
  }

  void send(int number, String via, Packet packet) {
    Header h = packet.header();
    String protocol =
        switch (h.protocol()) {
          case Protocol.TCP -> "tcp";
          case Protocol.UDP -> "udp";
          case Protocol.ICMP -> "icmp";
          default -> "icmpv6";
        };
    int flags = Math.max(0, h.protocol() == Protocol.TCP ? h.tcpFlags() : h.icmp());
    tell(
        String.join(
            " ",
            "send",
            String.valueOf(number),
            via,
            protocol,
            h.source().toString(),
            String.valueOf(Math.max(0, h.sourcePort())),
            h.destination().toString(),
            String.valueOf(Math.max(0, h.destinationPort())),
            String.valueOf(flags)));
  }

  /**
   * What came out: {@code seen NUMBER WHERE SOURCE SPORT DESTINATION DPORT}, {@code rejected N}.
   */
  List<String> collect() throws IOException {
    List<String> all = ask("collect");
    return all.subList(0, all.size() - 1);
  }

  private List<String> ask(String command) throws IOException {
    tell(command);
    commands.flush();
    List<String> lines = new ArrayList<>();
    String line;
    do {
      line = String.valueOf(answers.readLine());
      lines.add(line);
    } while (!line.equals("ok") && !line.startsWith("failed") && !line.equals("null"));
    return lines;
  }

  private void tell(String command) {
    try {
      commands.write(command + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  @Override
  public void close() throws IOException {
    commands.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
