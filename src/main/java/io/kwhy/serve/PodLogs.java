package io.kwhy.serve;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Logs of containers, as far as the bundle has them. */
final class PodLogs {
  private static final String NO_TIME = "0001-01-01T00:00:00Z ";

  private static final Pattern LINE_START = Pattern.compile("(?md)^");

  private final Map<String, Entry> logs = new TreeMap<>();

  PodLogs(Bundle bundle) {
    for (Entry entry : bundle.entries()) {
      if (entry.path().startsWith("logs/")) {
        logs.put(entry.path(), entry);
      }
    }
  }

  /** The log of the container that is asked for; without one, of the pod's first. */
  Answer answer(String namespace, String pod, Query query) throws IOException {
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
    byte[] all = logs.get(found.get(0)).open().readAllBytes();
    byte[] last = query.is("timestamps") ? timed(tail(all, query)) : tail(all, query);
    int limit = query.number("limitBytes");
    return Answer.text(200, limit == 0 || limit > last.length ? last : Arrays.copyOf(last, limit));
  }

  /** Each line with the time that means none, for those who cut off a first word; k9s does. */
  private static byte[] timed(byte[] lines) {
    String text = new String(lines, StandardCharsets.ISO_8859_1);
    return LINE_START.matcher(text).replaceAll(NO_TIME).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] tail(byte[] all, Query query) {
    if (!query.parameters().containsKey("tailLines")) {
      return all;
    }
    int wanted = query.number("tailLines");
    int at = all.length;
    int lines = 0;
    while (at > 0) {
      if (all[at - 1] == '\n' && at < all.length && ++lines == wanted) {
        break;
      }
      at--;
    }
    return wanted == 0
        ? "".getBytes(StandardCharsets.UTF_8)
        : Arrays.copyOfRange(all, at, all.length);
  }
}
