package io.kwhy.fact.log;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A known message that a log holds now: after the last start of its unit that held, and not
 * followed by the message that shows it is over. Equal messages are one signal.
 *
 * @param signal id in {@code rules/signals}
 * @param node host whose log it is; for a pod's log the host that it ran on
 * @param unitName unit or container
 * @param subject whom the message is about; the host itself where the message does not say
 * @param fields the named groups of the signal's text
 * @param first UTC
 * @param last UTC
 * @param message the first such line, without the prefix of the log
 */
public record LogSignal(
    String signal,
    String node,
    String unitName,
    String namespace,
    String pod,
    String subject,
    SortedMap<String, String> fields,
    Instant first,
    Instant last,
    int count,
    String message,
    Origin origin)
    implements Fact {
  public LogSignal {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** Of what tells most signals apart: to hash all fields takes longer. */
  @Override
  public int hashCode() {
    return 31 * (31 * signal.hashCode() + node.hashCode()) + subject.hashCode();
  }

  @Override
  public String text() {
    String latest = last.equals(UNKNOWN_TIME) ? "" : ", last " + last;
    return message + (count > 1 ? " (" + count + " times" + latest + ")" : "");
  }

  @Override
  public Instant since() {
    return first;
  }
}
