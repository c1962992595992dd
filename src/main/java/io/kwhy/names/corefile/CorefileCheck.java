package io.kwhy.names.corefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the parser lets pass and CoreDNS turns down when it sets up its servers and plugins: only
 * what every release turns down.
 *
 * @see <a href="https://coredns.io/plugins/">CoreDNS: plugins</a>
 */
final class CorefileCheck {
  private static final Pattern PORT = Pattern.compile(":([0-9]+)$");

  private CorefileCheck() {}

  static void check(List<ServerBlock> blocks) throws CorefileRejectedException {
    for (ServerBlock block : blocks) {
      for (CorefileToken key : block.keys()) {
        checkKey(key);
      }
    }
    for (String plugin : Plugins.ORDER) {
      for (ServerBlock block : blocks) {
        checkPlugin(plugin, block);
      }
    }
    checkOverlap(blocks);
  }

  private static void checkKey(CorefileToken key) throws CorefileRejectedException {
    String name = key.text().replaceFirst("^[a-z0-9]+://", "");
    if (name.endsWith(":")) {
      throw new CorefileRejectedException(key, "expecting data after last colon: " + name);
    }
    String zone = PORT.matcher(name).replaceFirst("");
    if ((zone.length() > 1 && zone.startsWith(".")) || zone.contains("..") || zone.length() > 255) {
      throw new CorefileRejectedException(key, "zone is not a valid domain name: " + zone);
    }
  }

  private static void checkPlugin(String plugin, ServerBlock block)
      throws CorefileRejectedException {
    int seen = 0;
    for (Directive directive : block.directives()) {
      if (!directive.is(plugin)) {
        continue;
      }
      if (++seen > 1 && Plugins.ONCE.contains(plugin)) {
        throw new CorefileRejectedException(
            directive.name(),
            "plugin/" + plugin + ": this plugin can only be used once per Server Block");
      }
      checkProperties(directive);
      PluginCheck.check(directive);
      checkEnd(directive);
    }
  }

  private static void checkEnd(Directive directive) throws CorefileRejectedException {
    String plugin = directive.name().text();
    if (Plugins.ONCE.contains(plugin) && directive.goesOn()) {
      CorefileToken within =
          directive.properties().stream()
              .flatMap(List::stream)
              .filter(CorefileToken::opens)
              .findFirst()
              .orElse(directive.name());
      throw new CorefileRejectedException(
          within,
          "plugin/"
              + plugin
              + ": this plugin can only be used once per Server Block; the brace that opens in this"
              + " line takes away the one that closes "
              + plugin);
    }
  }

  private static void checkProperties(Directive directive) throws CorefileRejectedException {
    String plugin = directive.name().text();
    for (List<CorefileToken> property : directive.properties()) {
      CorefileToken name = property.get(0);
      if (Plugins.surelyUnknown(plugin, name.text())) {
        String brace =
            Plugins.NAMES.contains(name.text())
                ? "; it is a plugin, so the brace that opens in line "
                    + directive.name().line()
                    + " is not closed where it should be"
                : "";
        throw new CorefileRejectedException(
            name, "plugin/" + plugin + ": unknown property '" + name.text() + "'" + brace);
      }
    }
  }

  /** Two blocks cannot serve one zone on one port, unless they tell clients or addresses apart. */
  private static void checkOverlap(List<ServerBlock> blocks) throws CorefileRejectedException {
    Map<String, CorefileToken> served = new HashMap<>();
    for (ServerBlock block : blocks) {
      Optional<Directive> apart = block.directive("bind").or(() -> block.directive("view"));
      for (CorefileToken key : apart.isEmpty() ? block.keys() : List.<CorefileToken>of()) {
        if (served.putIfAbsent(listener(key.text()), key) != null) {
          throw new CorefileRejectedException(
              key, "cannot serve " + listener(key.text()) + " - it is already defined");
        }
      }
    }
  }

  private static String listener(String key) {
    int scheme = key.indexOf("://");
    String transport = scheme < 0 ? "dns" : key.substring(0, scheme);
    var port = PORT.matcher(key);
    return transport + "://" + ServerBlock.zone(key) + (port.find() ? port.group() : ":53");
  }
}
