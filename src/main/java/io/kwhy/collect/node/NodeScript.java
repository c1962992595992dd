package io.kwhy.collect.node;

import io.kwhy.bundle.Capture;
import io.kwhy.bundle.Source;
import io.kwhy.bundle.redaction.SecretName;
import io.kwhy.bundle.redaction.SecretWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The read-only POSIX shell script that looks at a host, made from the table of sources. It writes
 * no file and prints what {@code bundle.NodeStream} reads.
 */
public final class NodeScript {
  /** Where node passwords go. */
  public enum Passwords {
    /** Only fingerprints leave the host: what it prints may be kept in a file. */
    FINGERPRINTS,
    /** They are streamed to a program that checks and drops them at once. */
    STREAMED
  }

  /** Files are read in blocks of 64 KiB; the largest, manifests of charts, have 500 KiB. */
  private static final int BLOCKS = 16;

  /** Commands that need longer hang: an API or a disk does not answer. */
  private static final int SECONDS = 10;

  /** A day of a busy server. */
  private static final int LINES = 60_000;

  private static final Set<String> KINDS = Set.of("#both", "#settings", "#prose", "#manifest");

  private final Passwords passwords;
  private final int hours;
  private final String extra;
  private final int seconds;

  /**
   * @param hours how far back logs go
   * @param extra shell text that is run as well, before the end
   */
  public NodeScript(Passwords passwords, int hours, String extra) {
    this(passwords, hours, extra, SECONDS);
  }

  /**
   * @param seconds that a command gets
   */
  NodeScript(Passwords passwords, int hours, String extra, int seconds) {
    this.passwords = passwords;
    this.hours = hours;
    this.extra = extra;
    this.seconds = seconds;
  }

  /** The script. */
  public String text() {
    return resource("look.sh")
        .replace("#{settings}", filter("settings"))
        .replace("#{prose}", filter("prose"))
        .replace("#{manifest}", filter("manifest"))
        .replace("#{passwords}", passwords.name().toLowerCase(Locale.ROOT))
        .replace("#{hours}", Integer.toString(hours))
        .replace("#{lines}", Integer.toString(LINES))
        .replace("#{remembered}", inDataFolder(remembered()))
        .replace("#{commands}", inDataFolder(commands()))
        .replace("#{files}", inDataFolder(files()))
        .replace("#{seconds}", Integer.toString(seconds))
        .replace("#{extra}", extra);
  }

  private static String resource(String name) {
    try (InputStream in = NodeScript.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program for sed that takes secrets out of texts of that kind, as it stands in quotes. */
  private static String filter(String kind) {
    StringBuilder program = new StringBuilder();
    boolean wanted = false;
    for (String line : resource("secrets.sed").lines().toList()) {
      if (KINDS.contains(line)) {
        wanted = line.equals("#" + kind) || (line.equals("#both") && !kind.equals("manifest"));
      } else if (wanted && !line.isEmpty() && !line.startsWith("#")) {
        program.append(line).append('\n');
      }
    }
    return program
        .toString()
        .replace("<q>", "[\"']")
        .replace("<names>", names())
        .replace("<sentence>", String.join("\\|", SecretWords.sentence()))
        .replace("'", "'\"'\"'")
        .replace("<is>", "'$is'")
        .replace("<no>", "'$no'")
        .replace("<ca>", "'$ca'");
  }

  /** Letters of either size, and between the words what may be there. */
  private static String names() {
    StringBuilder names = new StringBuilder();
    for (String ending : SecretName.endings()) {
      names.append(names.isEmpty() ? "" : "\\|");
      ending
          .chars()
          .mapToObj(letter -> (char) letter)
          .forEach(
              letter ->
                  names.append(
                      letter == '-'
                          ? "[-_.]*"
                          : "[" + Character.toUpperCase(letter) + letter + "]"));
    }
    return names.toString();
  }

  /** Where k3s keeps its state on the host at hand. */
  private static String inDataFolder(String lines) {
    return lines.replace("/var/lib/rancher/k3s", "$data");
  }

  private static String commands() {
    StringJoiner lines = new StringJoiner("\n");
    for (Source source : Source.values()) {
      if (source.capture() instanceof Capture.HostCommand command) {
        lines.add("  " + command(source, command));
      } else if (source.capture() instanceof Capture.HostFolders folders) {
        lines.add("  sizes commands/du.txt " + String.join(" ", folders.paths()));
      }
    }
    return lines.toString();
  }

  private static String command(Source source, Capture.HostCommand command) {
    String plain = run(source, name(command) + ".txt", command.text());
    return command.json().isEmpty()
        ? plain
        : run(source, name(command) + ".json", command.json()) + " || " + plain;
  }

  /** {@code ethtool-*} is called after what the command asks for. */
  private static String name(Capture.HostCommand command) {
    String last = command.text().substring(command.text().lastIndexOf(' ') + 1);
    return command.file().replace("*", last);
  }

  private static String run(Source source, String file, String command) {
    return "run \"$" + filter(source) + "\" #{seconds} commands/" + file + " " + command;
  }

  private static String files() {
    StringJoiner lines = new StringJoiner("\n");
    for (Source source : Source.values()) {
      if (source.capture() instanceof Capture.HostFile file && !isDropped(source)) {
        String how = source == Source.MANIFESTS ? "manifests " : "file \"$settings_out\" ";
        lines.add("  " + how + BLOCKS + " " + String.join(" ", file.paths()));
      }
    }
    return lines.toString();
  }

  private static boolean isDropped(Source source) {
    return source.secrecy() == Source.Secrecy.CHECKED_AND_DROPPED;
  }

  /** What {@code sysctl} prints has the form of settings. */
  private static String filter(Source source) {
    if (source.secrecy() != Source.Secrecy.BLANKED) {
      return "nothing_out";
    }
    return source == Source.SYSCTL ? "settings_out" : "prose_out";
  }

  private static String remembered() {
    return String.join(" ", ((Capture.HostFile) Source.NODE_PASSWD.capture()).paths());
  }
}
