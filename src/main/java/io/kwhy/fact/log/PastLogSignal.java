package io.kwhy.fact.log;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A known message that no longer holds: from before the last start of its unit that held, or
 * followed by the message that shows it is over.
 *
 * @param endedBy what ended it: a signal's id, {@code restart}, or {@code silence}
 */
public record PastLogSignal(
    String signal,
    String node,
    String unitName,
    String subject,
    SortedMap<String, String> fields,
    Instant first,
    Instant last,
    int count,
    String message,
    String endedBy,
    Origin origin)
    implements Fact {
  public PastLogSignal {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  @Override
  public String text() {
    return message + (count > 1 ? " (" + count + " times)" : "");
  }

  @Override
  public Instant since() {
    return first;
  }
}
