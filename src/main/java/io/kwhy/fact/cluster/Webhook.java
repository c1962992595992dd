package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A webhook that the API server asks before it takes an object.
 *
 * @param kind in lower case: validatingwebhookconfiguration, mutatingwebhookconfiguration
 * @param configuration name of the object that it stands in
 * @param failurePolicy Fail or Ignore: what happens where it cannot be asked
 * @param serviceNamespace where its Service is; {@code ""} where it has a URL
 * @param service {@code ""} where it has a URL
 * @param url {@code ""} where it has a Service
 * @param caGiven whether there is a caBundle to trust
 * @param namespaces which namespaces it is about
 * @param objects which objects it is about
 */
public record Webhook(
    String kind,
    String configuration,
    String name,
    String failurePolicy,
    String serviceNamespace,
    String service,
    int port,
    String url,
    boolean caGiven,
    int timeoutSeconds,
    Selector namespaces,
    Selector objects,
    Origin origin)
    implements Fact {
  /** Where it is asked: its Service or its URL. */
  public String where() {
    return where(serviceNamespace, service, port, url);
  }

  static String where(String namespace, String service, int port, String url) {
    return service.isEmpty() ? url : "Service " + namespace + "/" + service + ":" + port;
  }

  @Override
  public String text() {
    return "webhook "
        + name
        + " of "
        + configuration
        + " asks "
        + where()
        + ", failurePolicy "
        + failurePolicy;
  }
}
