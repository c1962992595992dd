package io.kwhy.names.corefile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A server block of a Corefile.
 *
 * @param keys zones that it serves, each perhaps with a scheme and a port
 */
public record ServerBlock(List<CorefileToken> keys, List<Directive> directives) {
  public ServerBlock {
    keys = List.copyOf(keys);
    directives = List.copyOf(directives);
  }

  Optional<Directive> directive(String name) {
    return directives.stream().filter(directive -> directive.is(name)).findFirst();
  }

  /** The zone of a key or argument: lower case, with the final dot, without scheme and port. */
  public static String zone(String key) {
    String name = key.replaceFirst("^[a-z0-9]+://", "").replaceFirst(":[0-9]+$", "");
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower : lower + ".";
  }
}
