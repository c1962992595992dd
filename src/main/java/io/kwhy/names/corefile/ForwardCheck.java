package io.kwhy.names.corefile;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The arguments of plugin forward: a zone, then addresses, or files in the form of resolv.conf.
 *
 * @see <a href="https://coredns.io/plugins/forward/">CoreDNS: forward</a>
 */
final class ForwardCheck {
  /** What cannot be but an address: digits and dots, perhaps with a port. */
  private static final Pattern MEANT_AS_ADDRESS = Pattern.compile("[0-9.]+(?::[0-9]+)?");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\\.(?!$|:)|(?=$|:))){4}(?::[0-9]+)?");

  private static final Set<String> SCHEMES = Set.of("dns", "tls", "quic", "grpc", "https");

  /** As many as CoreDNS takes. */
  private static final int MOST = 15;

  private ForwardCheck() {}

  static void check(Directive directive) throws CorefileRejectedException {
    List<CorefileToken> arguments = directive.arguments();
    if (arguments.size() < 2) {
      throw PluginCheck.wrongCount(
          directive, arguments.isEmpty() ? directive.name() : arguments.get(0));
    }
    List<CorefileToken> to = arguments.subList(1, arguments.size());
    if (to.size() > MOST) {
      throw PluginCheck.rejected(
          directive, to.get(MOST), "more than " + MOST + " TOs configured: " + to.size());
    }
    for (CorefileToken server : to) {
      checkServer(directive, server);
    }
    for (List<CorefileToken> property : directive.properties()) {
      checkProperty(directive, property);
    }
  }

  private static void checkServer(Directive directive, CorefileToken server)
      throws CorefileRejectedException {
    int scheme = server.text().indexOf("://");
    if (scheme >= 0 && !SCHEMES.contains(server.text().substring(0, scheme))) {
      throw PluginCheck.rejected(
          directive,
          server,
          "'"
              + server.text().substring(0, scheme)
              + "' is not supported as a destination protocol");
    }
    String address = scheme < 0 ? server.text() : server.text().substring(scheme + 3);
    if (MEANT_AS_ADDRESS.matcher(address).matches() && !ADDRESS.matcher(address).matches()) {
      throw PluginCheck.rejected(
          directive, server, "not an IP address or file: \"" + address + "\"");
    }
  }

  private static void checkProperty(Directive directive, List<CorefileToken> property)
      throws CorefileRejectedException {
    switch (property.get(0).text()) {
      case "policy" -> PluginCheck.policy(directive, property);
      case "max_fails", "max_concurrent" ->
          PluginCheck.number(directive, property, 0, Integer.MAX_VALUE);
      case "health_check", "expire" -> PluginCheck.duration(directive, property, 1);
      case "force_tcp", "prefer_udp" -> {
        if (property.size() > 1) {
          throw PluginCheck.wrongCount(directive, property.get(1));
        }
      }
      case "except", "tls_servername" -> {
        if (property.size() < 2) {
          throw PluginCheck.wrongCount(directive, property.get(0));
        }
      }
      default -> {}
    }
  }
}
