package io.kwhy.names;

import io.kwhy.names.corefile.CorefileToken;
import io.kwhy.names.corefile.Directive;
import io.kwhy.names.corefile.NamePattern;
import io.kwhy.names.corefile.ServerBlock;
import java.util.List;
import java.util.Set;

/** Whether a plugin answers for a name itself, and asks none of those after it. */
record Claim(ServerBlock block, Directive directive) {
  private static final Set<String> REFUSALS = Set.of("block", "filter", "drop");
  private static final Set<String> ADDRESS_TYPES = Set.of("A", "ANY", "*");

  boolean holds(String name) {
    return switch (directive.name().text()) {
      case "acl" ->
          isOf(zonesFrom(0), name) && directive.properties().stream().anyMatch(this::refuses);
      case "template" -> isOf(zonesFrom(2), name) && answers(name);
      case "hosts" -> isOf(zonesFrom(1), name) && (has(name) || !fallsThrough(name));
      case "file" -> isOf(zonesFrom(1), name);
      case "kubernetes", "auto", "secondary", "etcd" -> isOf(zonesFrom(0), name);
      case "forward", "grpc" -> isOf(firstZone(), name) && !isExcepted(name);
      default -> true;
    };
  }

  /** The zones that a plugin is for are arguments; without any it is for those of its block. */
  private List<CorefileToken> zonesFrom(int argument) {
    List<CorefileToken> arguments = directive.arguments();
    return arguments.size() > argument
        ? arguments.subList(argument, arguments.size())
        : block.keys();
  }

  private List<CorefileToken> firstZone() {
    List<CorefileToken> arguments = directive.arguments();
    return arguments.subList(0, Math.min(1, arguments.size()));
  }

  private static boolean isOf(List<CorefileToken> zones, String name) {
    return zones.stream().anyMatch(zone -> Answers.isWithin(name, ServerBlock.zone(zone.text())));
  }

  private boolean refuses(List<CorefileToken> policy) {
    List<String> words = policy.stream().map(CorefileToken::text).toList();
    int type = words.indexOf("type");
    return REFUSALS.contains(words.get(0))
        && (type < 0 || words.stream().skip(type + 1L).anyMatch(ADDRESS_TYPES::contains));
  }

  /** A template without patterns is for each name in its zones. */
  private boolean answers(String name) {
    List<CorefileToken> arguments = directive.arguments();
    if (arguments.size() > 1 && !ADDRESS_TYPES.contains(arguments.get(1).text())) {
      return false;
    }
    List<String> patterns =
        directive.properties().stream()
            .filter(property -> property.get(0).text().equals("match"))
            .flatMap(property -> property.stream().skip(1).map(CorefileToken::text))
            .toList();
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, name));
  }

  private static boolean matches(String pattern, String name) {
    return NamePattern.of(pattern).filter(it -> it.isIn(name + ".")).isPresent();
  }

  /** Lines in the form of a hosts file. */
  boolean has(String name) {
    return directive.properties().stream()
        .anyMatch(line -> line.stream().skip(1).anyMatch(token -> token.text().equals(name)));
  }

  private boolean fallsThrough(String name) {
    return directive.properties().stream()
        .filter(property -> property.get(0).text().equals("fallthrough"))
        .anyMatch(
            property -> property.size() == 1 || isOf(property.subList(1, property.size()), name));
  }

  /** Whether the name is one that a plugin forward is told to leave. */
  boolean isExcepted(String name) {
    return directive.properties().stream()
        .filter(property -> property.get(0).text().equals("except"))
        .anyMatch(property -> isOf(property.subList(1, property.size()), name));
  }
}
