package io.kwhy.parse.cluster;

import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a pod reserves besides, or instead of, what its containers do: {@code resources} of the pod
 * as a whole, and the {@code overhead} of its runtime class.
 */
final class PodReserveReader {
  private final JsonCursor json;
  private final Amounts whole = new Amounts();
  private final Amounts overhead = new Amounts();

  /** Amounts as written, {@code ""} for none. */
  private static final class Amounts {
    private String cpu = "";
    private String memory = "";
  }

  PodReserveReader(JsonCursor json) {
    this.json = json;
  }

  void field(String name) throws IOException {
    if (name.equals("overhead")) {
      json.fields(resource -> amount(overhead, resource));
    } else {
      json.fields(this::resources);
    }
  }

  private void resources(String name) throws IOException {
    if (name.equals("requests")) {
      json.fields(resource -> amount(whole, resource));
    }
  }

  private void amount(Amounts amounts, String resource) throws IOException {
    switch (resource) {
      case "cpu" -> amounts.cpu = json.scalar();
      case "memory" -> amounts.memory = json.scalar();
      default -> {}
    }
  }

  /** Milli-CPUs of a pod of those containers. */
  long cpu(List<ContainerSpecReader> containers) {
    long together = together(containers, ContainerSpecReader::cpu);
    return reserved(whole.cpu, together, overhead.cpu, Quantity::millis);
  }

  /** Bytes of a pod of those containers. */
  long memory(List<ContainerSpecReader> containers) {
    long together = together(containers, ContainerSpecReader::memory);
    return reserved(whole.memory, together, overhead.memory, Quantity::units);
  }

  /** What the pod as a whole asks for goes before what its containers do. */
  private static long reserved(
      String whole, long together, String overhead, ToLongFunction<String> amount) {
    return (whole.isEmpty() ? together : amount.applyAsLong(whole)) + amount.applyAsLong(overhead);
  }

  /** Its containers together, or the largest of its init containers where that is more. */
  private static long together(
      List<ContainerSpecReader> containers, ToLongFunction<ContainerSpecReader> request) {
    long together = 0;
    long largest = 0;
    for (ContainerSpecReader each : containers) {
      long own = request.applyAsLong(each);
      if (each.init && !each.sidecar) {
        largest = Math.max(largest, own);
      } else {
        together += own;
      }
    }
    return Math.max(together, largest);
  }
}
