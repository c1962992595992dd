package io.kwhy.collect.cluster;

import io.fabric8.kubernetes.client.Config;
import io.kwhy.bundle.Capture;
import io.kwhy.bundle.Source;
import io.kwhy.bundle.draft.Draft;
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
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String JSON = "application/json";

  /** Texts that are no lists are short. */
  private static final int TEXT_BYTES = 1 << 20;

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final Api api;
  private final Draft draft;
  private final String namespace;

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
    try (Question groups = api.ask("/apis", JSON);
        Lists lists = new Lists(api, draft, namespace)) {
      return collect(groups, lists);
    }
  }

  private boolean collect(Question groups, Lists lists) throws IOException {
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
    read(lists, served(groups));
    new PodLogs(api, draft).read(lists.containers().worthTheirLog());
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

  private void read(Lists lists, Map<String, List<String>> served) throws IOException {
    List<Tasks.Task> tasks = new ArrayList<>();
    tasks.add(this::readyz);
    for (Resource resource : Resource.all()) {
      tasks.add(() -> lists.read(resource, served));
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

  private static String entry(Source source) {
    return source.capture().entries().get(0);
  }

  @Override
  public void close() {
    api.close();
  }
}
