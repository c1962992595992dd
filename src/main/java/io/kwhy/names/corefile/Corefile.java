package io.kwhy.names.corefile;

import java.util.List;
import java.util.Optional;

/**
 * A Corefile as CoreDNS would take it.
 *
 * @param blocks its server blocks, as far as they could be read
 * @param rejection why CoreDNS would not take it; empty where it would, as far as is known here
 */
public record Corefile(List<ServerBlock> blocks, Optional<Rejection> rejection) {
  /** What words of the Corefile itself have as their file; imported ones have a path. */
  public static final String FILE = "Corefile";

  public Corefile {
    blocks = List.copyOf(blocks);
  }

  /**
   * What CoreDNS would complain about.
   *
   * @param file the Corefile, or an imported file
   */
  public record Rejection(String file, int line, String problem) {}

  /** Reads it, with what it imports. */
  public static Corefile read(String text, ImportedFiles files) {
    CorefileParser parser = new CorefileParser(text, files);
    try {
      List<ServerBlock> blocks = parser.blocks();
      CorefileCheck.check(blocks);
      return new Corefile(blocks, Optional.empty());
    } catch (CorefileRejectedException e) {
      Rejection rejection = new Rejection(e.at().file(), e.at().line(), e.getMessage());
      return new Corefile(parser.blocksSoFar(), Optional.of(rejection));
    }
  }
}
