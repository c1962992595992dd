package io.kwhy.names.corefile;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The arguments of the plugins in k3s's Corefile. */
final class PluginCheck {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final Pattern DURATION =
      Pattern.compile("[+-]?(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:ns|us|µs|ms|s|m|h))++|[+-]?0");
  private static final Set<String> POD_MODES = Set.of("disabled", "insecure", "verified");
  private static final Set<String> POLICIES = Set.of("random", "round_robin", "sequential");
  private static final Set<String> BALANCING = Set.of("random", "round_robin", "weighted");

  private PluginCheck() {}

  static void check(Directive directive) throws CorefileRejectedException {
    switch (directive.name().text()) {
      case "errors" -> errors(directive);
      case "health", "ready", "prometheus" -> listener(directive);
      case "loop" -> atMost(directive, 0);
      case "reload" -> reload(directive);
      case "loadbalance" -> loadbalance(directive);
      case "cache" -> cache(directive);
      case "hosts" -> hosts(directive);
      case "kubernetes" -> kubernetes(directive);
      case "forward" -> ForwardCheck.check(directive);
      default -> {}
    }
  }

  static CorefileRejectedException rejected(Directive of, CorefileToken at, String problem) {
    return new CorefileRejectedException(at, "plugin/" + of.name().text() + ": " + problem);
  }

  static CorefileRejectedException wrongCount(Directive of, CorefileToken at) {
    return rejected(
        of, at, "Wrong argument count or unexpected line ending after '" + at.text() + "'");
  }

  private static void atMost(Directive directive, int most) throws CorefileRejectedException {
    List<CorefileToken> arguments = directive.arguments();
    if (arguments.size() > most) {
      throw wrongCount(directive, arguments.get(most));
    }
  }

  private static void errors(Directive directive) throws CorefileRejectedException {
    atMost(directive, 1);
    for (CorefileToken argument : directive.arguments()) {
      if (!argument.text().equals("stdout")) {
        throw rejected(directive, argument, "invalid log file: " + argument.text());
      }
    }
  }

  private static void listener(Directive directive) throws CorefileRejectedException {
    atMost(directive, 1);
    for (CorefileToken argument : directive.arguments()) {
      if (!argument.text().contains(":")) {
        throw rejected(
            directive, argument, "address " + argument.text() + ": missing port in address");
      }
    }
    for (List<CorefileToken> property : directive.properties()) {
      if (property.get(0).text().equals("lameduck")) {
        duration(directive, property, 1);
      }
    }
  }

  private static void reload(Directive directive) throws CorefileRejectedException {
    atMost(directive, 2);
    for (CorefileToken argument : directive.arguments()) {
      if (!argument.text().equals("off") && !DURATION.matcher(argument.text()).matches()) {
        throw rejected(directive, argument, "invalid duration \"" + argument.text() + "\"");
      }
    }
  }

  private static void loadbalance(Directive directive) throws CorefileRejectedException {
    List<CorefileToken> arguments = directive.arguments();
    if (!arguments.isEmpty() && !BALANCING.contains(arguments.get(0).text())) {
      throw rejected(directive, arguments.get(0), "unknown policy: " + arguments.get(0).text());
    }
  }

  /** A first argument that is no number is a zone, whatever it looks like. */
  private static void cache(Directive directive) throws CorefileRejectedException {
    List<CorefileToken> arguments = directive.arguments();
    if (!arguments.isEmpty() && NUMBER.matcher(arguments.get(0).text()).matches()) {
      if (Long.parseLong(arguments.get(0).text()) <= 0) {
        throw rejected(
            directive,
            arguments.get(0),
            "cache TTL can not be zero or negative: " + arguments.get(0).text());
      }
    }
    for (List<CorefileToken> property : directive.properties()) {
      if (Set.of("success", "denial", "prefetch").contains(property.get(0).text())) {
        number(directive, property, 0, Long.MAX_VALUE);
      }
    }
  }

  /** Lines that are no property are entries of the table, as long as none falls through. */
  private static void hosts(Directive directive) throws CorefileRejectedException {
    boolean fellThrough = false;
    for (List<CorefileToken> property : directive.properties()) {
      String name = property.get(0).text();
      switch (name) {
        case "fallthrough" -> fellThrough = true;
        case "no_reverse" -> {}
        case "ttl" -> number(directive, property, 1, 65535);
        case "reload" -> duration(directive, property, 1);
        default -> {
          if (fellThrough) {
            throw rejected(directive, property.get(0), "unknown property '" + name + "'");
          }
        }
      }
    }
  }

  private static void kubernetes(Directive directive) throws CorefileRejectedException {
    List<CorefileToken> zones = directive.arguments();
    if (!zones.isEmpty() && zones.stream().allMatch(zone -> isReverse(zone.text()))) {
      throw rejected(directive, directive.name(), "non-reverse zone name must be used");
    }
    for (List<CorefileToken> property : directive.properties()) {
      CorefileToken name = property.get(0);
      switch (name.text()) {
        case "pods" -> {
          if (property.size() != 2) {
            throw wrongCount(directive, name);
          }
          if (!POD_MODES.contains(property.get(1).text())) {
            throw rejected(
                directive,
                property.get(1),
                "wrong value for pods: "
                    + property.get(1).text()
                    + ", must be one of: disabled, verified, insecure");
          }
        }
        case "namespaces", "endpoint", "labels", "namespace_labels" -> {
          if (property.size() < 2) {
            throw wrongCount(directive, name);
          }
        }
        case "ttl" -> number(directive, property, 0, 3600);
        default -> {}
      }
    }
  }

  private static boolean isReverse(String zone) {
    String name = ServerBlock.zone(zone);
    return name.endsWith("in-addr.arpa.") || name.endsWith("ip6.arpa.");
  }

  static void policy(Directive directive, List<CorefileToken> property)
      throws CorefileRejectedException {
    if (property.size() < 2) {
      throw wrongCount(directive, property.get(0));
    }
    if (!POLICIES.contains(property.get(1).text())) {
      throw rejected(directive, property.get(1), "unknown policy '" + property.get(1).text() + "'");
    }
  }

  static void number(Directive directive, List<CorefileToken> property, long least, long most)
      throws CorefileRejectedException {
    if (property.size() < 2) {
      throw wrongCount(directive, property.get(0));
    }
    String text = property.get(1).text();
    if (!NUMBER.matcher(text).matches()) {
      throw rejected(directive, property.get(1), "\"" + text + "\": invalid syntax");
    }
    long value = Long.parseLong(text);
    if (value < least || value > most) {
      throw rejected(
          directive,
          property.get(1),
          property.get(0).text() + " must be in range [" + least + ", " + most + "]: " + value);
    }
  }

  static void duration(Directive directive, List<CorefileToken> property, int at)
      throws CorefileRejectedException {
    if (property.size() <= at) {
      throw wrongCount(directive, property.get(0));
    }
    String text = property.get(at).text();
    if (!DURATION.matcher(text).matches()) {
      throw rejected(directive, property.get(at), "invalid duration \"" + text + "\"");
    }
  }
}
