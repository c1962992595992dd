package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition of a Namespace; only one that is being deleted has some. */
public record NamespaceCondition(
    String namespace,
    String type,
    String status,
    String reason,
    String message,
    Instant changed,
    Origin origin)
    implements Fact {
  private static final Pattern COUNTED =
      Pattern.compile("remaining: (\\S+) (?:has|in) \\d+ resource instances");

  /**
   * What it counts first: the finalizer or the kind of object that remains, e.g. {@code
   * widgets.example.com}; {@code ""} where it counts nothing.
   */
  public String counted() {
    Matcher found = COUNTED.matcher(message);
    return found.find() ? found.group(1) : "";
  }

  @Override
  public String text() {
    return "Namespace "
        + namespace
        + " "
        + type
        + "="
        + status
        + (message.isEmpty() ? "" : ": " + message);
  }

  @Override
  public Instant since() {
    return changed;
  }
}
