package io.kwhy.inference;

import io.kwhy.fact.Fact;
import io.kwhy.fact.node.K3sVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a node may be silent before the controller gives it up.
 *
 * @param from the setting, or {@code default}
 * @see <a
 *     href="https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/">Kubernetes:
 *     node-monitor-grace-period</a>
 */
public record GracePeriod(int seconds, String from) {
  /** From 1.32 on; a lease that is renewed every ten seconds may then be late four times. */
  private static final int DEFAULT = 50;

  private static final int DEFAULT_BEFORE_1_32 = 40;

  private static final Pattern PART = Pattern.compile("(\\d{1,6})(h|ms|m|s)");

  /** What the controller manager of that version takes, e.g. {@code v1.36.3+k3s1}. */
  public static GracePeriod byVersion(String version) {
    boolean early = K3sVersion.minor(version) > 0 && K3sVersion.minor(version) < 1032;
    return new GracePeriod(early ? DEFAULT_BEFORE_1_32 : DEFAULT, "default");
  }

  /**
   * What an argument says, e.g. {@code node-monitor-grace-period=1m20s}.
   *
   * @param said the fact that has it
   */
  public static GracePeriod of(String argument, Fact said) {
    return new GracePeriod(seconds(argument.substring(argument.indexOf('=') + 1)), said.text());
  }

  /** A duration as Go writes it, in whole seconds; 0 where it is none. */
  static int seconds(String duration) {
    Matcher part = PART.matcher(duration);
    int milliseconds = 0;
    while (part.find()) {
      int number = Integer.parseInt(part.group(1));
      milliseconds +=
          switch (part.group(2)) {
            case "h" -> number * 3_600_000;
            case "m" -> number * 60_000;
            case "s" -> number * 1_000;
            default -> number;
          };
    }
    return milliseconds / 1_000;
  }
}
