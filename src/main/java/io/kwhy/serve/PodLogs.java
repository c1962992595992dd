package io.kwhy.serve;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Logs of containers, as far as the bundle has them. */
final class PodLogs {
  private final Map<String, Entry> logs = new TreeMap<>();

  PodLogs(Bundle bundle) {
    for (Entry entry : bundle.entries()) {
      if (entry.path().startsWith("logs/")) {
        logs.put(entry.path(), entry);
      }
    }
  }

  /** The log of the container that is asked for; without one, of the pod's first. */
  Answer answer(String namespace, String pod, Query query) {
    boolean since = query.number("sinceSeconds") > 0 || !query.parameter("sinceTime").isEmpty();
    // Who asks for times beside sees that there are none; k9s always does both.
    if (since && !query.is("timestamps")) {
      return Answer.refusal(
          400, "BadRequest", "the bundle's logs have no times, so none can be taken since one");
    }
    String folder = "logs/" + namespace + "/" + pod + "/";
    String end = query.is("previous") ? ".previous.log" : ".log";
    String container = query.parameter("container");
    List<String> found =
        logs.keySet().stream()
            .filter(path -> path.startsWith(folder) && path.endsWith(end))
            .filter(path -> query.is("previous") || !path.endsWith(".previous.log"))
            .filter(path -> container.isEmpty() || path.equals(folder + container + end))
            .toList();
    if (found.isEmpty()) {
      return Answer.refusal(
          400, "BadRequest", "the bundle has no such log of " + namespace + "/" + pod);
    }
    long lines =
        query.parameters().containsKey("tailLines") ? query.number("tailLines") : Long.MAX_VALUE;
    int limit = query.number("limitBytes");
    return Answer.text(
        new LogText(
            logs.get(found.get(0)),
            lines,
            limit == 0 ? Long.MAX_VALUE : limit,
            query.is("timestamps")));
  }
}
