package io.kwhy.names;

import io.kwhy.names.corefile.CorefileToken;
import io.kwhy.names.corefile.Directive;
import io.kwhy.names.corefile.Rewrite;
import io.kwhy.names.corefile.ServerBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * At which plugin of a Corefile a question for an address ends. Plugins are asked in an order of
 * CoreDNS's own, not in that of the Corefile; of the server blocks the one with the longest zone is
 * asked, and no other.
 *
 * @see <a href="https://coredns.io/2017/06/08/how-queries-are-processed-in-coredns/">CoreDNS: how
 *     queries are processed</a>
 */
final class Serving {
  private static final List<String> ORDER =
      List.of(
          "acl",
          "rewrite",
          "template",
          "hosts",
          "kubernetes",
          "file",
          "auto",
          "secondary",
          "etcd",
          "forward",
          "grpc",
          "erratic",
          "whoami");

  private final List<ServerBlock> blocks;

  Serving(List<ServerBlock> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  /**
   * Where a question ends.
   *
   * @param name that is asked for there: a rewrite may have made it another
   * @param rewrite that did
   * @param plugin that answers; empty where none does
   */
  record End(
      ServerBlock block, String name, Optional<Directive> rewrite, Optional<Directive> plugin) {}

  /** Empty where no server block is for the name. */
  Optional<End> end(String name) {
    return block(name).map(block -> end(block, name));
  }

  /** The block on the usual port with the longest zone that holds the name. */
  private Optional<ServerBlock> block(String name) {
    ServerBlock best = null;
    int length = 0;
    for (ServerBlock block : blocks) {
      for (CorefileToken key : block.keys()) {
        String zone = ServerBlock.zone(key.text());
        if (isPlainDns(key.text()) && Answers.isWithin(name, zone) && zone.length() > length) {
          best = block;
          length = zone.length();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isPlainDns(String key) {
    return (!key.contains("://") || key.startsWith("dns://")) && !key.matches(".*:(?!53$)[0-9]+");
  }

  private static End end(ServerBlock block, String name) {
    List<Directive> inOrder = new ArrayList<>(block.directives());
    inOrder.removeIf(directive -> !ORDER.contains(directive.name().text()));
    inOrder.sort(Comparator.comparingInt(directive -> ORDER.indexOf(directive.name().text())));
    String asked = name;
    Optional<Directive> rewrite = Optional.empty();
    for (Directive directive : inOrder) {
      if (directive.is("rewrite")) {
        String other = rewrite.isEmpty() ? new Rewrite(directive).of(asked) : asked;
        rewrite = other.equals(asked) ? rewrite : Optional.of(directive);
        asked = other;
      } else if (new Claim(block, directive).holds(asked)) {
        return new End(block, asked, rewrite, Optional.of(directive));
      }
    }
    return new End(block, asked, rewrite, Optional.empty());
  }
}
