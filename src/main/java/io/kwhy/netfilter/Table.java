package io.kwhy.netfilter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A table: chains that may jump to each other. */
public final class Table {
  private final Family family;
  private final String name;
  private final List<Chain> chains;
  private final Map<String, Chain> byName;
  private final Map<String, DestinationIndex> indexes = new ConcurrentHashMap<>();

  /** Of chains that have different names; of two with one name the first counts. */
  public Table(Family family, String name, List<Chain> chains) {
    this.family = family;
    this.name = name;
    this.chains = List.copyOf(chains);
    this.byName =
        chains.stream().collect(Collectors.toMap(Chain::name, Function.identity(), (a, b) -> a));
  }

  /** The family whose packets it sees. */
  public Family family() {
    return family;
  }

  /** Its name, one of several in a family. */
  public String name() {
    return name;
  }

  /** Its chains, in the order of the file. */
  public List<Chain> chains() {
    return chains;
  }

  DestinationIndex index(Chain chain) {
    return indexes.computeIfAbsent(chain.name(), name -> DestinationIndex.of(chain.rules()));
  }

  /** The chain of that name, or null. */
  Chain chain(String chainName) {
    return byName.get(chainName);
  }
}
