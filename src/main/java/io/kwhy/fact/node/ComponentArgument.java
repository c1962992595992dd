package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An argument that k3s hands to one of the programs inside it: an entry of {@code kubelet-arg},
 * {@code kube-apiserver-arg} and the like.
 *
 * @param component kubelet, kube-proxy, kube-apiserver, kube-controller-manager, kube-scheduler,
 *     cloud-controller-manager or etcd
 * @param process what k3s's log calls the component: apiserver, controller-manager, scheduler; else
 *     as {@code component}
 * @param setting the setting that has it, e.g. {@code kubelet-arg}
 * @param name without dashes
 * @param value {@code ""} for an argument that stands alone
 * @param removedIn minor version from which the component refuses it, as in {@link
 *     K3sVersion#minor}; 0 where none is known to
 * @param instead what to do in its place, where a version refuses it; else {@code ""}
 */
public record ComponentArgument(
    String node,
    String component,
    String process,
    String setting,
    String name,
    String value,
    int removedIn,
    String instead,
    Origin origin)
    implements Fact {
  private static final int SHORTEST_TELLING = 3;

  /** What switches an entry of a list on or off, as in {@code *,-ttl}. */
  private static final Pattern SWITCH = Pattern.compile("^[-+]");

  @Override
  public String text() {
    return setting + ": " + given();
  }

  /** As it was given: {@code name=value}. */
  public String given() {
    return name + (value.isEmpty() ? "" : "=" + value);
  }

  /** What is known of an argument that its component refuses, as a sentence. */
  public String advice() {
    return removedIn == 0
        ? "The argument is misspelt, its value is, or this release of Kubernetes no longer has it;"
            + " arguments, feature gates and admission plugins go away with upgrades."
        : "Kubernetes takes it no longer since v%s.%s; %s."
            .formatted(removedIn / 1000, removedIn % 1000, instead);
  }

  /**
   * Whether a message speaks of the argument: it has its name, also as components write it in their
   * configuration ({@code proxyMode}), its value, or one of the entries of its value, each as a
   * whole word. Short and common words tell nothing.
   */
  public boolean isNamedIn(String message) {
    boolean telling = name.contains("-");
    if (hasWord(message, "--" + name) || (telling && hasWord(message, name))) {
      return true;
    }
    if (telling && hasWord(message, name.replace("-", ""))) {
      return true;
    }
    for (String entry : value.split("[,=<]", -1)) {
      String part = SWITCH.matcher(entry).replaceFirst("");
      if (isTelling(part) && hasWord(message, part)) {
        return true;
      }
    }
    return isTelling(value) && hasWord(message, value);
  }

  private static boolean isTelling(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "false", "none", "all", "iptables", "ipvs", "memory", "localhost", "127.0.0.1" ->
          false;
      default ->
          value.length() >= SHORTEST_TELLING
              && (value.length() > SHORTEST_TELLING || !value.chars().allMatch(Character::isDigit));
    };
  }

  private static boolean hasWord(String message, String word) {
    String text = message.toLowerCase(Locale.ROOT);
    String wanted = word.toLowerCase(Locale.ROOT);
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (isEnd(text, at - 1) && isEnd(text, at + wanted.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEnd(String text, int at) {
    return at < 0
        || at >= text.length()
        || !(Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-');
  }
}
