package io.kwhy.collect.pod;

import io.fabric8.kubernetes.client.Config;
import io.kwhy.collect.access.NoClusterException;
import io.kwhy.collect.cluster.ApiException;
import io.kwhy.collect.node.NodeRun;
import io.kwhy.collect.node.NodeTarget;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs the script in one pod for each host. However the program ends, it deletes the pods that it
 * made; one that cannot be deleted ends by itself, and the user is told of it.
 */
public final class PodRun implements NodeRun, AutoCloseable {
  static final String CONTAINER = "look";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int NOT_FOUND = 404;
  private static final int ATTEMPTS = 3;

  private final PodApi api;
  private final LookPod pod;
  private final Map<String, String> images;
  private final Duration start;
  private final Consumer<String> progress;
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  /** Pods that were made or may have been, by name, and their Nodes. */
  private final Map<String, String> alive = new ConcurrentHashMap<>();

  private final Thread atExit = new Thread(this::deleteAll, "kwhy-pods");
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean ending;

  /**
   * @param images which image a Node has at hand, by its name
   * @param progress is told of pods that are left over
   */
  public PodRun(Config config, LookPod pod, Map<String, String> images, Consumer<String> progress)
      throws NoClusterException {
    this(config, pod, images, START, progress);
  }

  PodRun(
      Config config,
      LookPod pod,
      Map<String, String> images,
      Duration start,
      Consumer<String> progress)
      throws NoClusterException {
    this.images = Map.copyOf(images);
    this.api = new PodApi(config, pod.namespace());
    this.pod = pod;
    this.start = start;
    this.progress = progress;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** What is about to be done, for the user to read. */
  public String announcement(List<NodeTarget> targets) {
    int nodes = targets.size();
    String used =
        targets.stream()
            .map(target -> image(target.name()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" or "));
    return "making a privileged pod of "
        + used
        + " in namespace "
        + pod.namespace()
        + " on each of "
        + nodes
        + (nodes == 1 ? " node" : " nodes")
        + ", for at most "
        + pod.seconds()
        + " s; they are deleted afterwards";
  }

  private String image(String node) {
    return pod.image().isEmpty() ? images.getOrDefault(node, LookPod.USUAL_IMAGE) : pod.image();
  }

  @Override
  public String run(NodeTarget target, String script, Reader reader) throws IOException {
    String name = "kwhy-look-" + run + "-" + count.incrementAndGet();
    if (ending) {
      return "interrupted";
    }
    alive.put(name, target.name());
    try {
      api.create(pod.of(image(target.name())).manifest(name, target.name(), script));
      // It may have been deleted at the end of the program before it was there.
      alive.put(name, target.name());
      String problem = started(name);
      if (problem.isEmpty()) {
        read(name, reader);
      }
      return problem;
    } catch (ApiException e) {
      return reason(e);
    } finally {
      delete(name);
    }
  }

  private void read(String name, Reader reader) throws IOException {
    try (InputStream log = api.log(name, pod.seconds())) {
      reader.read(log);
    }
  }

  private String reason(ApiException refusal) {
    return refusal.code() == 403
        ? "needs permission to create, get and delete pods and to get pods/log in namespace "
            + pod.namespace()
            + " (kwhy rbac --nodes-pod): "
            + refusal.getMessage()
        : "the pod that looks at it could not be run: " + refusal.getMessage();
  }

  /** Waits for the container to run; why it does not, or {@code ""}. */
  private String started(String name) throws IOException {
    long end = System.nanoTime() + start.toNanos();
    PodState state = PodState.of(api.get(name));
    while (!state.started() && !state.hopeless() && System.nanoTime() < end && !ending) {
      pause();
      state = PodState.of(api.get(name));
    }
    if (state.started()) {
      return "";
    }
    String why = state.reason().isEmpty() ? state.phase() : state.reason();
    return "the pod that looks at it did not start in " + start.toSeconds() + " s: " + why;
  }

  private static void pause() throws ApiException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(0, "interrupted");
    }
  }

  private void delete(String name) {
    String node = alive.remove(name);
    if (node == null) {
      return;
    }
    try {
      api.delete(name);
    } catch (IOException e) {
      if (e instanceof ApiException refusal && refusal.code() == NOT_FOUND) {
        return;
      }
      progress.accept(
          "a pod may be left over on "
              + node
              + ": kubectl -n "
              + pod.namespace()
              + " delete pod "
              + name
              + " ("
              + e.getMessage()
              + ")");
    }
  }

  private void deleteAll() {
    ending = true;
    for (int attempt = 0; attempt < ATTEMPTS && !alive.isEmpty(); attempt++) {
      alive.keySet().forEach(this::delete);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  @Override
  public void close() {
    deleteAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The program is ending, and the hook runs.
      return;
    } finally {
      api.close();
    }
  }
}
