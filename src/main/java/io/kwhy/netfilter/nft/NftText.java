package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Captured;
import io.kwhy.netfilter.Captured.Backend;
import io.kwhy.netfilter.Captured.Flaw;
import io.kwhy.netfilter.Family;
import io.kwhy.netfilter.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Reads {@code nft list ruleset}. */
public final class NftText {
  private final String source;
  private final IntUnaryOperator lineInFile;

  /**
   * A reader of one file.
   *
   * @param source how rules name the file
   */
  public NftText(String source) {
    this(source, IntUnaryOperator.identity());
  }

  NftText(String source, IntUnaryOperator lineInFile) {
    this.source = source;
    this.lineInFile = lineInFile;
  }

  /**
   * What the text says; of a table of a family that is not known it is said that it is left out.
   */
  public Captured read(String text) {
    List<String> lines = text.lines().toList();
    Cursor at = new Cursor(Tokens.of(text));
    List<Table> tables = new ArrayList<>();
    List<Flaw> flaws = new ArrayList<>();
    for (at.skipBlank(); at.more(); at.skipBlank()) {
      Token first = at.here();
      Optional<Table> table = first.is("table") ? table(at, lines) : Optional.empty();
      if (table.isPresent()) {
        tables.add(table.get());
      } else {
        flaws.add(new Flaw(first.line(), "expected a table, found " + first.text()));
        at.skip(1);
      }
    }
    return new Captured(source, Backend.NFTABLES, tables, false, flaws);
  }

  private Optional<Table> table(Cursor at, List<String> lines) {
    String family = at.ahead(1).text();
    boolean named = at.ahead(3).is("{");
    Optional<Family> known = named ? family(family) : Optional.of(Family.IP);
    if (known.isEmpty() || !(named || at.ahead(2).is("{"))) {
      return Optional.empty();
    }
    String name = at.ahead(named ? 2 : 1).text();
    at.skip(named ? 3 : 2);
    return Optional.of(
        new TableWords(source, name, lines, lineInFile).read(known.get(), at.braced()));
  }

  private static Optional<Family> family(String name) {
    for (Family family : Family.values()) {
      if (family.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }
}
