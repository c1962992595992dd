package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A toleration of a pod whose details are told.
 *
 * @param key {@code ""} for every taint
 * @param operator Equal or Exists
 * @param effect {@code ""} for every effect
 * @param seconds for how long; -1 for ever
 */
public record PodToleration(
    String namespace,
    String pod,
    String key,
    String operator,
    String value,
    String effect,
    int seconds,
    Origin origin)
    implements Fact {
  /** Whether it lets the pod on a node with the taint. */
  public boolean tolerates(NodeTaint taint) {
    return (effect.isEmpty() || effect.equals(taint.effect()))
        && (key.isEmpty() ? operator.equals("Exists") : key.equals(taint.key()))
        && (operator.equals("Exists") || value.equals(taint.value()));
  }

  @Override
  public String text() {
    return "Pod "
        + namespace
        + "/"
        + pod
        + " tolerates "
        + (key.isEmpty() ? "every taint" : key)
        + (value.isEmpty() ? "" : "=" + value)
        + (effect.isEmpty() ? "" : ":" + effect)
        + (seconds < 0 ? "" : " for " + seconds + " s");
  }
}
