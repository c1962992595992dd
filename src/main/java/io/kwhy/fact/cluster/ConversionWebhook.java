package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * The webhook that turns objects of a CustomResourceDefinition from one version into another.
 *
 * @param definition name of the CustomResourceDefinition
 * @param kind of its objects
 * @param serviceNamespace where its Service is; {@code ""} where it has a URL
 * @param service {@code ""} where it has a URL
 * @param url {@code ""} where it has a Service
 * @param caGiven whether there is a caBundle to trust
 * @param served versions that objects may be asked for in
 * @param stored version that objects are written in
 */
public record ConversionWebhook(
    String definition,
    String group,
    String kind,
    String serviceNamespace,
    String service,
    int port,
    String url,
    boolean caGiven,
    List<String> served,
    String stored,
    Origin origin)
    implements Fact {
  public ConversionWebhook {
    served = List.copyOf(served);
  }

  /** Versions that objects can be asked for in and are not written in, parted by commas. */
  public String converted() {
    return String.join(", ", served.stream().filter(each -> !each.equals(stored)).toList());
  }

  /** Where it is asked: its Service or its URL. */
  public String where() {
    return Webhook.where(serviceNamespace, service, port, url);
  }

  @Override
  public String text() {
    return "CustomResourceDefinition "
        + definition
        + " is stored as "
        + stored
        + ", served as "
        + String.join(", ", served)
        + ", and converted by "
        + where();
  }
}
