package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules of a host, by hook, in the order in which the kernel asks them. */
public final class Ruleset {

  /** A base chain and the table that it jumps in. */
  record Entry(Table table, Chain chain, Base base) {}

  private final List<Table> tables;
  private final Map<Hook, List<Entry>> hooks = new EnumMap<>(Hook.class);

  private Ruleset(List<Table> tables) {
    this.tables = List.copyOf(tables);
    for (Table table : tables) {
      for (Chain chain : table.chains()) {
        chain.base().ifPresent(base -> add(new Entry(table, chain, base)));
      }
    }
    hooks.values().forEach(all -> all.sort(Comparator.comparingInt(e -> e.base().priority())));
  }

  /**
   * What several captured files say together. A table that iptables-nft keeps stands in both {@code
   * iptables-save} and {@code nft list ruleset}: it is taken once, as iptables-save tells it, for
   * nft can't print all of its matches.
   */
  public static Ruleset of(List<Captured> files) {
    Set<String> kept = new HashSet<>();
    files.stream().filter(Captured::keptInNftables).forEach(f -> names(f, kept));
    List<Table> all = new ArrayList<>();
    for (Captured file : files) {
      file.tables().stream()
          .filter(t -> file.backend() != Captured.Backend.NFTABLES || !kept.contains(key(t)))
          .forEach(all::add);
    }
    return new Ruleset(all);
  }

  private static void names(Captured file, Set<String> into) {
    file.tables().forEach(table -> into.add(key(table)));
  }

  private static String key(Table table) {
    return table.family() + " " + table.name();
  }

  private void add(Entry entry) {
    hooks.computeIfAbsent(entry.base().hook(), hook -> new ArrayList<>()).add(entry);
  }

  /** All tables, each once. */
  public List<Table> tables() {
    return tables;
  }

  List<Entry> at(Hook hook) {
    return hooks.getOrDefault(hook, List.of());
  }
}
