package io.kwhy.parse.cluster;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Amounts as Kubernetes writes them: {@code 250m}, {@code 1.5}, {@code 64Mi}, {@code 1e3}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
final class Quantity {
  private static final Map<String, BigDecimal> FACTORS =
      Map.ofEntries(
          Map.entry("n", new BigDecimal("0.000000001")),
          Map.entry("u", new BigDecimal("0.000001")),
          Map.entry("m", new BigDecimal("0.001")),
          Map.entry("", BigDecimal.ONE),
          Map.entry("k", BigDecimal.TEN.pow(3)),
          Map.entry("M", BigDecimal.TEN.pow(6)),
          Map.entry("G", BigDecimal.TEN.pow(9)),
          Map.entry("T", BigDecimal.TEN.pow(12)),
          Map.entry("P", BigDecimal.TEN.pow(15)),
          Map.entry("E", BigDecimal.TEN.pow(18)),
          Map.entry("Ki", power(1)),
          Map.entry("Mi", power(2)),
          Map.entry("Gi", power(3)),
          Map.entry("Ti", power(4)),
          Map.entry("Pi", power(5)),
          Map.entry("Ei", power(6)));

  /** The longest that is believed; the API server takes none beyond 2^63. */
  private static final int LONGEST = 40;

  private Quantity() {}

  /** In thousandths, rounded up; 0 where it is none. */
  static long millis(String text) {
    return scaled(text, BigDecimal.valueOf(1000));
  }

  /** In whole units, rounded up; 0 where it is none. */
  static long units(String text) {
    return scaled(text, BigDecimal.ONE);
  }

  private static long scaled(String text, BigDecimal scale) {
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    BigDecimal factor = FACTORS.get(text.substring(end));
    if (factor == null || end == 0 || text.length() > LONGEST) {
      return 0;
    }
    try {
      BigDecimal number = new BigDecimal(text.substring(0, end));
      return Math.abs(number.scale()) > LONGEST
          ? 0
          : number.multiply(factor).multiply(scale).setScale(0, RoundingMode.CEILING).longValue();
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static BigDecimal power(int exponent) {
    return BigDecimal.valueOf(1024).pow(exponent);
  }
}
