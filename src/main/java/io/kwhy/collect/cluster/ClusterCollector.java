package io.kwhy.collect.cluster;

import io.fabric8.kubernetes.client.Config;
import io.kwhy.bundle.Capture;
import io.kwhy.bundle.Draft;
import io.kwhy.bundle.ListWriter;
import io.kwhy.bundle.Source;
import io.kwhy.collect.access.Access;
import io.kwhy.collect.access.NoClusterException;
import io.kwhy.collect.task.Tasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads from the API what the table of sources wants, each kind once, page by page; what it does
 * not get becomes a gap that names what would be needed.
 */
public final class ClusterCollector implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int PAGE = 500;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String JSON = "application/json";

  /** Names, labels and owners of objects, and nothing that they hold. */
  private static final String METADATA =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

  /** Texts that are no lists are short. */
  private static final int TEXT_BYTES = 1 << 20;

  private static final int GONE = 410;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final Api api;
  private final Draft draft;
  private final String namespace;
  private volatile Containers containers = Containers.none();

  /** The longest list: it is on its way while all else is found out. */
  private Pages pods;

  /**
   * One for the cluster that is wanted.
   *
   * @param environment of the process
   * @throws NoClusterException if there is no cluster to look at
   */
  public static ClusterCollector of(
      Access.Wanted wanted, Map<String, String> environment, Draft draft)
      throws NoClusterException {
    return of(wanted, environment, draft, TIMEOUT);
  }

  static ClusterCollector of(
      Access.Wanted wanted, Map<String, String> environment, Draft draft, Duration timeout)
      throws NoClusterException {
    Config config = Access.find(wanted, environment);
    String namespace = config.getNamespace() == null ? "default" : config.getNamespace();
    return new ClusterCollector(new Api(config, timeout), draft, namespace);
  }

  private ClusterCollector(Api api, Draft draft, String namespace) {
    this.api = api;
    this.draft = draft;
    this.namespace = namespace;
  }

  /** Where the API is, for messages. */
  public String server() {
    return api.server();
  }

  /** Whether the API answered at all; if not, there is a gap that says why. */
  public boolean collect() throws IOException {
    pods = new Pages(api, Resource.of(Source.PODS).path(Map.of(), ""), JSON, PAGE);
    try (Question groups = api.ask("/apis", JSON);
        Pages ahead = pods) {
      ahead.begin();
      return collect(groups);
    }
  }

  private boolean collect(Question groups) throws IOException {
    try {
      text(Source.SERVER_VERSION, Set.of());
    } catch (ApiException e) {
      if (e.code() == 0) {
        draft.gap(
            "cluster",
            "the API server at " + api.server() + " could not be asked: " + e.getMessage());
        return false;
      }
      if (e.code() == UNAUTHORIZED) {
        draft.gap(
            "cluster",
            "the API server at "
                + api.server()
                + " does not accept the login, which has expired or is of another cluster: "
                + e.getMessage());
        return false;
      }
      draft.gap(entry(Source.SERVER_VERSION), e.getMessage());
    }
    lists(served(groups));
    new PodLogs(api, draft).read(containers.worthTheirLog());
    return true;
  }

  /**
   * What the cluster remembers of the password of the node of that name: a hash, never kept; {@code
   * ""} where there is none or it may not be read.
   */
  public String passwordHash(String node) {
    String path = "/api/v1/namespaces/kube-system/secrets/" + node + ".node-password.k3s";
    try {
      return node.matches("[a-z0-9.-]+") ? api.get(path, JSON, Set.of(), PasswordHash::read) : "";
    } catch (ApiException e) {
      if (e.code() == FORBIDDEN) {
        draft.gap(
            "nodes/" + node + "/checks/node-password.json",
            "needs permission to get the Secret kube-system/" + node + ".node-password.k3s");
      }
      return "";
    } catch (IOException e) {
      return "";
    }
  }

  private void lists(Map<String, List<String>> served) throws IOException {
    List<Tasks.Task> tasks = new ArrayList<>();
    tasks.add(this::readyz);
    for (Resource resource : Resource.all()) {
      tasks.add(() -> list(resource, served));
    }
    Tasks.run("kwhy-cluster", THREADS, tasks);
  }

  private Map<String, List<String>> served(Question groups) {
    try {
      return groups.answer(Set.of(), Groups::read);
    } catch (IOException e) {
      draft.gap("cluster", "which kinds the API serves is not known: " + e.getMessage());
      return Map.of();
    }
  }

  private void readyz() throws IOException {
    try {
      text(Source.READYZ, Set.of(500));
    } catch (ApiException e) {
      draft.gap(entry(Source.READYZ), e.getMessage());
    }
  }

  private void text(Source source, Set<Integer> accepted) throws IOException {
    String path = ((Capture.ApiText) source.capture()).path();
    byte[] body = api.get(path, "*/*", accepted, in -> in.readNBytes(TEXT_BYTES));
    try {
      draft.add(entry(source), new ByteArrayInputStream(body));
    } catch (IOException e) {
      draft.forget(entry(source));
      draft.gap(entry(source), "expected JSON, found something else");
    }
  }

  private void list(Resource resource, Map<String, List<String>> served) {
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
        containers = Containers.of(list.open());
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
    api.close();
  }
}
