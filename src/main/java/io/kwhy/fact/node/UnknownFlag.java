package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A setting of k3s, or a flag that its log complains of, that this k3s has not got.
 *
 * @param flag without dashes
 * @param from file, unit file, command line, environment or log
 * @param removedIn minor version that no longer has it, as in {@link K3sVersion#minor}; 0 where no
 *     version ever had it
 * @param instead what took its place, in a few words; {@code ""} where nothing did
 * @param nearest the flag of this k3s that is spelled most like it; {@code ""} where none is near
 * @param onlyFor server or agent, where it is a flag of that one and the host runs the other;
 *     {@code ""} otherwise
 * @param later whether current releases have it for that role: this k3s is older than the flag
 */
public record UnknownFlag(
    String node,
    String flag,
    String from,
    int removedIn,
    String instead,
    String nearest,
    String onlyFor,
    boolean later,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "--" + flag + (from.equals("log") ? "" : " (" + from + ")") + ": " + advice();
  }

  /** What is known of it, as a sentence. */
  public String advice() {
    if (removedIn > 0) {
      return "k3s has no --%s since v%s.%s%s."
          .formatted(
              flag,
              removedIn / 1000,
              removedIn % 1000,
              instead.isEmpty() ? "" : "; use " + instead + " instead");
    }
    if (!onlyFor.isEmpty()) {
      return "--%s is a flag of k3s %s only.".formatted(flag, onlyFor);
    }
    if (later) {
      return "Current releases of k3s have --%s; the one that runs here is older than the flag."
          .formatted(flag);
    }
    return nearest.isEmpty()
        ? "k3s has no flag that is spelled like --%s.".formatted(flag)
        : "The flag that is spelled most like it is --%s.".formatted(nearest);
  }
}
