package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.regex.Matcher;
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
 */
public record ComponentArgument(
    String node,
    String component,
    String process,
    String setting,
    String name,
    String value,
    Origin origin)
    implements Fact {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./:%<=-]*");
  private static final int SHORTEST_TELLING = 3;

  @Override
  public String text() {
    return setting + ": " + given();
  }

  /** As it was given: {@code name=value}. */
  public String given() {
    return name + (value.isEmpty() ? "" : "=" + value);
  }

  /**
   * Whether a message speaks of the argument: it has its name, its value, or one of the entries of
   * its value, each as a whole word. Values of one or two characters tell nothing.
   */
  public boolean isNamedIn(String message) {
    if (hasWord(message, name)) {
      return true;
    }
    for (String part : value.split("[,=<]", -1)) {
      if (part.length() >= SHORTEST_TELLING && !isCommon(part) && hasWord(message, part)) {
        return true;
      }
    }
    return value.length() >= SHORTEST_TELLING && !isCommon(value) && message.contains(value);
  }

  private static boolean isCommon(String value) {
    return switch (value) {
      case "true", "false", "none", "all", "iptables", "memory" -> true;
      default -> value.chars().allMatch(Character::isDigit) && value.length() < 4;
    };
  }

  private static boolean hasWord(String message, String word) {
    Matcher words = WORD.matcher(message);
    while (words.find()) {
      String found = words.group();
      if (found.equals(word) || withoutPunctuation(found).equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutPunctuation(String word) {
    int end = word.length();
    while (end > 0 && ".:=".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }
}
