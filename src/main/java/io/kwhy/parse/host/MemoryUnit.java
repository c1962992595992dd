package io.kwhy.parse.host;

import java.util.List;
import java.util.OptionalLong;

/**
 * The unit of {@code free}, which does not print it. The kernel counts in KiB, so figures in bytes
 * are all multiples of 1024, which figures in KiB of a real host hardly ever are.
 */
final class MemoryUnit {

  /** Nothing that runs k3s has less: 64 MiB as KiB, and as bytes. */
  private static final long LEAST_KIB = 65536;

  private static final long LEAST_BYTES = LEAST_KIB * 1024;

  private MemoryUnit() {}

  /**
   * How many bytes one of the figures stands for.
   *
   * @param row what stands after {@code Mem:}, beginning with the total
   * @return nothing where it is neither bytes nor KiB
   */
  static OptionalLong bytes(List<Long> row) {
    if (row.isEmpty() || row.get(0) < LEAST_KIB) {
      return OptionalLong.empty();
    }
    boolean multiples = row.stream().allMatch(figure -> figure % 1024 == 0);
    return OptionalLong.of(multiples && row.get(0) >= LEAST_BYTES ? 1 : 1024);
  }
}
