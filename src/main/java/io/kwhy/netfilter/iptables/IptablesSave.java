package io.kwhy.netfilter.iptables;

import io.kwhy.netfilter.Captured;
import io.kwhy.netfilter.Captured.Backend;
import io.kwhy.netfilter.Captured.Flaw;
import io.kwhy.netfilter.Family;
import io.kwhy.netfilter.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code iptables-save} and {@code ip6tables-save}, of both backends, and {@code iptables
 * -S}.
 */
public final class IptablesSave {
  private final String source;
  private final Family family;

  /**
   * A reader of one file.
   *
   * @param source how rules name the file
   * @param family IP or IP6
   */
  public IptablesSave(String source, Family family) {
    this.source = source;
    this.family = family;
  }

  /** What the text says; a rule that can't be read in full is kept as one that is not known. */
  public Captured read(String text) {
    Reading reading = new Reading();
    text.lines().forEach(reading::line);
    reading.endOfTable();
    return new Captured(
        source, reading.backend, reading.tables, reading.unseenLegacyTables, reading.flaws);
  }

  private final class Reading {
    private final List<Table> tables = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private Backend backend = Backend.IPTABLES_LEGACY;
    private boolean unseenLegacyTables;
    private Optional<TableLines> table = Optional.empty();
    private int number;

    void line(String raw) {
      number++;
      String line = raw.strip();
      if (line.startsWith("#")) {
        comment(line);
      } else if (line.startsWith("*")) {
        endOfTable();
        table = Optional.of(new TableLines(line.substring(1), source));
      } else if (line.equals("COMMIT")) {
        endOfTable();
      } else if (!line.isEmpty()) {
        inTable(line);
      }
    }

    private void comment(String line) {
      if (line.contains("(nf_tables)")) {
        backend = Backend.IPTABLES_NFT;
      }
      unseenLegacyTables |= line.contains("iptables-legacy tables present");
    }

    /** {@code iptables -S} names no table: it is filter. */
    private void inTable(String line) {
      TableLines lines = table.orElseGet(() -> new TableLines("filter", source));
      table = Optional.of(lines);
      if (!lines.line(number, line)) {
        flaws.add(new Flaw(number, "expected a chain or a rule, found " + line));
      }
    }

    void endOfTable() {
      table.map(lines -> lines.table(family, flaws)).ifPresent(tables::add);
      table = Optional.empty();
    }
  }
}
