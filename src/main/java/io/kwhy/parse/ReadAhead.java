package io.kwhy.parse;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Layout;
import io.kwhy.bundle.Source;
import io.kwhy.parse.cluster.ClusterParsers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads lists of the cluster while they are still written, each on a thread of its own, for a
 * {@link FactReader} that will find them in the bundle: it gets the same facts, sooner.
 */
public final class ReadAhead {
  private final Map<String, FutureTask<EntryFacts>> lists = new ConcurrentHashMap<>();
  private final Map<Source, Parser> parsers;
  private final Instant collectedAt;

  /**
   * @param collectedAt what the bundle will say
   */
  public ReadAhead(Instant collectedAt) {
    this(ClusterParsers.all(), collectedAt);
  }

  private ReadAhead(Map<Source, Parser> parsers, Instant collectedAt) {
    this.parsers = parsers;
    this.collectedAt = collectedAt;
  }

  /** Nothing is read ahead. */
  public static ReadAhead none() {
    return new ReadAhead(Map.of(), Instant.EPOCH);
  }

  /** Begins to read a list; one that began earlier under the same path counts no more. */
  public void begin(Entry list) {
    Layout.place(list.path())
        .filter(place -> parsers.containsKey(place.source()))
        .ifPresent(place -> begin(new Input(place.source(), "", list, collectedAt)));
  }

  private void begin(Input list) {
    FutureTask<EntryFacts> reading =
        new FutureTask<>(() -> EntryFacts.of(list, parsers.get(list.source())));
    lists.put(list.path(), reading);
    Thread thread = new Thread(reading, "read-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  /** What a list yields, if it was begun. */
  Optional<EntryFacts> facts(Input list) {
    FutureTask<EntryFacts> reading = lists.get(list.path());
    if (reading == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while lists were read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(list.path() + " could not be read", e.getCause());
    }
  }
}
