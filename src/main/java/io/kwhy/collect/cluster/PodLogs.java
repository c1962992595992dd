package io.kwhy.collect.cluster;

import io.kwhy.bundle.draft.Draft;
import io.kwhy.collect.task.Tasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Logs of containers, for as long as their nodes hand them out. */
final class PodLogs {
  /** A cluster where much is broken has so many logs that more tell nothing new. */
  private static final int LOGS = 200;

  private static final int LINES = 2_000;
  private static final int BYTES = 1 << 20;
  private static final int THREADS = 4;
  private static final int FORBIDDEN = 403;

  /** What all others need, names and load balancers, before what needs them. */
  private static final Comparator<Container> OWN_FIRST =
      Comparator.comparing(container -> !container.namespace().equals("kube-system"));

  /** What names of namespaces, pods and containers are; they become paths, here and there. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  /**
   * As often a node may fail to hand out a log before it is asked for no more: the API waits long
   * for a kubelet that does not answer, and asks it anew for each.
   */
  private static final int FAILURES = 3;

  private final Api api;
  private final Draft draft;
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  PodLogs(Api api, Draft draft) {
    this.api = api;
    this.draft = draft;
  }

  /** Keeps the last lines of each, and of the one before where there was one. */
  void read(List<Container> containers) throws IOException {
    List<Container> wanted = containers.stream().filter(PodLogs::isNamed).toList();
    if (wanted.size() < containers.size()) {
      draft.gap(
          "logs",
          "expected names of pods and containers, found others; "
              + (containers.size() - wanted.size())
              + " logs were not asked for");
    }
    if (wanted.size() > LOGS) {
      draft.gap("logs", "logs of " + LOGS + " of " + wanted.size() + " containers were read");
      wanted = wanted.stream().sorted(OWN_FIRST).limit(LOGS).toList();
    }
    List<Tasks.Task> tasks = new ArrayList<>();
    for (Container container : wanted) {
      tasks.add(() -> read(container, ""));
      if (container.restarted()) {
        tasks.add(() -> read(container, ".previous"));
      }
    }
    Tasks.run("kwhy-cluster", THREADS, tasks);
  }

  private static boolean isNamed(Container container) {
    return Stream.of(container.namespace(), container.pod(), container.name())
        .allMatch(name -> NAME.matcher(name).matches());
  }

  private void read(Container container, String suffix) throws IOException {
    String entry =
        "logs/%s/%s/%s%s.log"
            .formatted(container.namespace(), container.pod(), container.name(), suffix);
    if (failures.getOrDefault(container.node(), 0) >= FAILURES) {
      draft.gap(entry, "not asked for: " + container.node() + " did not hand out others");
      return;
    }
    try {
      byte[] log = api.get(path(container, suffix), "*/*", Set.of(), in -> in.readNBytes(BYTES));
      draft.add(entry, new ByteArrayInputStream(log));
    } catch (ApiException e) {
      if (e.code() == 0 || e.code() >= 500) {
        failures.merge(container.node(), 1, Integer::sum);
      }
      String problem = e.code() == FORBIDDEN ? "needs permission to get pods/log" : e.getMessage();
      draft.gap(entry, problem);
    }
  }

  private static String path(Container container, String suffix) {
    return "/api/v1/namespaces/%s/pods/%s/log?container=%s&tailLines=%s&limitBytes=%s%s"
        .formatted(
            container.namespace(),
            container.pod(),
            container.name(),
            LINES,
            BYTES,
            suffix.isEmpty() ? "" : "&previous=true");
  }
}
