package io.kwhy.inference;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit below which a kubelet evicts: one part of {@code eviction-hard=nodefs.available<5%,…}.
 *
 * @param pressure condition of the Node that it brings about: DiskPressure, MemoryPressure …
 * @param signal what is measured, e.g. {@code nodefs.available}
 * @param limit share or amount, e.g. {@code 5%} or {@code 100Mi}
 * @param said the setting, as it was read
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/">Kubernetes:
 *     node-pressure eviction</a>
 */
public record EvictionThreshold(
    String host, String pressure, String signal, String limit, String said, Origin origin)
    implements Fact {
  private static final Pattern PART =
      Pattern.compile(
          "((?:memory|nodefs|imagefs|containerfs|pid)\\.(?:available|inodesFree))<([0-9.]+)(%|[A-Za-z]*)");

  /**
   * The limits that a setting names.
   *
   * @param setting holds them, and says where they are from
   */
  public static List<EvictionThreshold> of(String host, String text, Fact setting) {
    List<EvictionThreshold> thresholds = new ArrayList<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      thresholds.add(
          new EvictionThreshold(
              host,
              pressure(part.group(1)),
              part.group(1),
              part.group(2) + part.group(3),
              setting.text(),
              setting.origin()));
    }
    return thresholds;
  }

  private static String pressure(String signal) {
    return switch (signal.substring(0, signal.indexOf('.'))) {
      case "memory" -> "MemoryPressure";
      case "pid" -> "PIDPressure";
      default -> "DiskPressure";
    };
  }

  /** The limit as a share of the whole, in percent. */
  public double percentOf(long whole) {
    Matcher number = Pattern.compile("([0-9.]+)(%|[A-Za-z]*)").matcher(limit);
    if (!number.matches() || whole <= 0) {
      return 0;
    }
    double value = Double.parseDouble(number.group(1));
    return number.group(2).equals("%") ? value : 100 * value * unit(number.group(2)) / whole;
  }

  private static double unit(String suffix) {
    return switch (suffix.toLowerCase(Locale.ROOT)) {
      case "ki" -> 1 << 10;
      case "mi" -> 1 << 20;
      case "gi" -> 1 << 30;
      case "ti" -> 1L << 40;
      case "k" -> 1e3;
      case "m" -> 1e6;
      case "g" -> 1e9;
      case "t" -> 1e12;
      default -> 1;
    };
  }

  @Override
  public String text() {
    return said;
  }
}
