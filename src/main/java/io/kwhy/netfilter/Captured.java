package io.kwhy.netfilter;

import java.util.List;

/**
 * The rules that one captured file tells.
 *
 * @param unseenLegacyTables the file says that there are legacy tables which it does not show
 * @param flaws what could not be read; its rules are kept as ones that are not known
 */
public record Captured(
    String source,
    Backend backend,
    List<Table> tables,
    boolean unseenLegacyTables,
    List<Flaw> flaws) {

  /** Where the kernel keeps them. */
  public enum Backend {
    /** {@code iptables-save} of the kernel's old tables. */
    IPTABLES_LEGACY,
    /** {@code iptables-save} of tables that are kept in nftables. */
    IPTABLES_NFT,
    /** {@code nft list ruleset}. */
    NFTABLES
  }

  /** A line that could not be read as the file's form wants it. */
  public record Flaw(int line, String what) {}

  public Captured {
    tables = List.copyOf(tables);
    flaws = List.copyOf(flaws);
  }

  boolean keptInNftables() {
    return backend == Backend.IPTABLES_NFT;
  }
}
