package io.kwhy.names;

import io.kwhy.fact.cluster.ConfigText;
import io.kwhy.fact.names.CorefileLine;
import io.kwhy.names.corefile.CorefileToken;
import io.kwhy.names.corefile.Directive;
import io.kwhy.names.corefile.ServerBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which line of a Corefile belongs to which plugin. */
final class CorefileLines {
  private record Place(String file, int line) {}

  private record Part(String plugin, int time) {}

  private final Map<Place, Part> parts = new HashMap<>();

  CorefileLines(List<ServerBlock> blocks) {
    blocks.forEach(this::add);
  }

  private void add(ServerBlock block) {
    Map<String, Integer> times = new HashMap<>();
    for (Directive directive : block.directives()) {
      String plugin = directive.name().text();
      int time = times.merge(plugin, 1, Integer::sum);
      for (CorefileToken token : directive.tokens()) {
        int first = token.equals(directive.name()) ? time : 0;
        parts.putIfAbsent(new Place(token.file(), token.line()), new Part(plugin, first));
      }
    }
  }

  /** The lines of a text that are not blank. */
  List<CorefileLine> of(ConfigText text, String file, String path) {
    List<CorefileLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.content().lines().toList()) {
      number++;
      Part part = parts.getOrDefault(new Place(file, number), new Part("", 0));
      if (!line.isBlank()) {
        lines.add(
            new CorefileLine(
                text.namespace(),
                text.name(),
                text.key(),
                path,
                number,
                line.strip(),
                part.plugin(),
                part.time(),
                text.origin()));
      }
    }
    return lines;
  }
}
