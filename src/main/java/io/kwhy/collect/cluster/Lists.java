package io.kwhy.collect.cluster;

import io.kwhy.bundle.Source;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.draft.ListWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads lists of objects, each kind once; what it does not get becomes a gap. */
final class Lists implements AutoCloseable {
  private static final int PAGE = 500;
  private static final String JSON = "application/json";

  /** Names, labels and owners of objects, and nothing that they hold. */
  private static final String METADATA =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

  private static final int GONE = 410;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final Api api;
  private final Draft draft;
  private final String namespace;

  /** The longest list: it is on its way while all else is found out. */
  private final Pages pods;

  private volatile Containers containers = Containers.none();

  /**
   * Asks for the first page of pods already.
   *
   * @param namespace that is read where not all may be
   */
  Lists(Api api, Draft draft, String namespace) {
    this.api = api;
    this.draft = draft;
    this.namespace = namespace;
    this.pods = new Pages(api, Resource.of(Source.PODS).path(Map.of(), ""), JSON, PAGE);
    pods.begin();
  }

  /** The containers of the pods that were listed; none if no pods were. */
  Containers containers() {
    return containers;
  }

  /** Reads one kind; what it does not get becomes a gap. */
  void read(Resource resource, Map<String, List<String>> served) {
    if (!served.isEmpty() && !resource.group().isEmpty() && !served.containsKey(resource.group())) {
      draft.gap(entry(resource.source()), "the API serves no " + resource.group());
      return;
    }
    try {
      pages(resource, resource.path(served, ""));
    } catch (ApiException e) {
      refused(resource, served, e);
    } catch (IOException e) {
      draft.gap(entry(resource.source()), Draft.PART + e.getMessage());
    }
  }

  private void refused(Resource resource, Map<String, List<String>> served, ApiException refusal) {
    String entry = entry(resource.source());
    if (refusal.code() == NOT_FOUND) {
      draft.gap(entry, "the API serves no " + resource.text());
      return;
    }
    if (refusal.code() != FORBIDDEN) {
      draft.gap(entry, refusal.getMessage());
      return;
    }
    String needed = "needs permission to list " + resource.text() + " in all namespaces";
    if (!resource.namespaced()) {
      draft.gap(entry, "needs permission to list " + resource.text());
      return;
    }
    try {
      pages(resource, resource.path(served, namespace));
      draft.gap(entry, Draft.PART + "namespace " + namespace + "; " + needed);
    } catch (IOException e) {
      draft.gap(entry, needed);
    }
  }

  /** A list that changed too much between two pages is read again, in one piece. */
  private void pages(Resource resource, String path) throws IOException {
    try {
      pages(resource.source(), path, PAGE);
    } catch (ApiException e) {
      if (e.code() != GONE) {
        throw e;
      }
      pages(resource.source(), path, 0);
    }
  }

  private void pages(Source source, String path, int limit) throws IOException {
    ListWriter list = draft.list(source);
    try (Pages pages = asked(source, path, limit)) {
      if (source == Source.PODS) {
        containers = Containers.of(list.open(), draft.collectedAt());
      }
      pages.into(list);
    } finally {
      list.discard();
    }
  }

  private Pages asked(Source source, String path, int limit) {
    if (pods.ask(path, limit)) {
      return pods;
    }
    boolean names = source.secrecy() == Source.Secrecy.METADATA_ONLY;
    return new Pages(api, path, names ? METADATA + "," + JSON : JSON, limit);
  }

  private static String entry(Source source) {
    return source.capture().entries().get(0);
  }

  @Override
  public void close() {
    pods.close();
  }
}
