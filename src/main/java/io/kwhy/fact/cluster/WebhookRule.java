package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * What a webhook is asked about.
 *
 * @param operations CREATE, UPDATE, DELETE, CONNECT or *
 */
public record WebhookRule(
    String kind,
    String configuration,
    String webhook,
    List<String> operations,
    List<String> groups,
    List<String> resources,
    Origin origin)
    implements Fact {
  public WebhookRule {
    operations = List.copyOf(operations);
    groups = List.copyOf(groups);
    resources = List.copyOf(resources);
  }

  /** Whether it is asked about that operation on that resource, e.g. CREATE, core, pods. */
  public boolean covers(String operation, String group, String resource) {
    return has(operations, operation)
        && has(groups, group)
        && (has(resources, resource) || resources.contains("*/*"));
  }

  private static boolean has(List<String> words, String word) {
    return words.contains("*") || words.contains(word);
  }

  @Override
  public String text() {
    return "webhook "
        + webhook
        + " is asked on "
        + String.join(",", operations)
        + " of "
        + String.join(",", resources);
  }
}
