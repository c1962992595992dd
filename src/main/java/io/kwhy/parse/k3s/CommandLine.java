package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The flags of a k3s command line. */
final class CommandLine {
  /** Flags of k3s that stand alone; every other one takes the next word as its value. */
  private static final Set<String> SWITCHES =
      Set.of(
          "cluster-init",
          "cluster-reset",
          "debug",
          "docker",
          "disable-agent",
          "disable-apiserver",
          "disable-cloud-controller",
          "disable-controller-manager",
          "disable-etcd",
          "disable-helm-controller",
          "disable-kube-proxy",
          "disable-network-policy",
          "disable-scheduler",
          "embedded-registry",
          "enable-pprof",
          "etcd-disable-snapshots",
          "etcd-expose-metrics",
          "flannel-external-ip",
          "flannel-ipv6-masq",
          "no-flannel",
          "prefer-bundled-bin",
          "protect-kernel-defaults",
          "rootless",
          "secrets-encryption",
          "selinux",
          "supervisor-metrics",
          "with-node-id");

  private CommandLine() {}

  /** Which of {@code k3s server} and {@code k3s agent} the words run; {@code ""} for neither. */
  static String role(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String program = word.substring(word.lastIndexOf('/') + 1);
      if (program.equals("k3s-server") || program.equals("k3s-agent")) {
        return program.substring("k3s-".length());
      }
      if (program.equals("k3s") && i + 1 < words.size()) {
        String verb = words.get(i + 1).toLowerCase(Locale.ROOT);
        return verb.equals("server") || verb.equals("agent") ? verb : "";
      }
    }
    return "";
  }

  /** The flags after the verb. */
  static List<Given> flags(List<String> words, String from, Origin origin) {
    List<Given> flags = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-") || word.equals("-") || word.equals("--")) {
        continue;
      }
      String flag = word.replaceFirst("^--?", "");
      int equals = flag.indexOf('=');
      if (equals >= 0) {
        flags.add(
            Given.of(name(flag.substring(0, equals)), flag.substring(equals + 1), from, origin));
      } else if (SWITCHES.contains(flag) || i + 1 == words.size()) {
        flags.add(Given.of(name(flag), "true", from, origin));
      } else {
        i++;
        flags.add(Given.of(name(flag), words.get(i), from, origin));
      }
    }
    return merged(flags);
  }

  private static String name(String flag) {
    return switch (flag) {
      case "t" -> "token";
      case "s" -> "server";
      case "d" -> "data-dir";
      case "c" -> "config";
      default -> flag;
    };
  }

  /** A flag that is given several times is a list. */
  private static List<Given> merged(List<Given> flags) {
    List<Given> merged = new ArrayList<>();
    for (Given flag : flags) {
      int at = -1;
      for (int i = 0; i < merged.size(); i++) {
        if (merged.get(i).key().equals(flag.key())) {
          at = i;
        }
      }
      if (at < 0) {
        merged.add(flag);
      } else {
        List<Given.Value> values = new ArrayList<>(merged.get(at).values());
        values.addAll(flag.values());
        merged.set(at, new Given(flag.key(), values, flag.from(), false));
      }
    }
    return merged;
  }

  /** Splits as a shell and systemd do: by blanks, with quotes and backslashes. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean open = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
        open = true;
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        open = true;
      } else if (Character.isWhitespace(c)) {
        if (open || !word.isEmpty()) {
          words.add(word.toString());
        }
        word.setLength(0);
        open = false;
      } else {
        word.append(c);
      }
    }
    if (open || !word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
