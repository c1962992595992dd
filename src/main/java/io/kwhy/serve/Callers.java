package io.kwhy.serve;

import com.sun.net.httpserver.HttpExchange;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who asks. Only this host reaches the server, but a page in its browser is on this host, too: one
 * whose own name has been made to lead to 127.0.0.1 could read a whole cluster, and is known by
 * asking under that name.
 */
final class Callers {
  static final String REFUSAL = "a bundle is served to localhost and 127.0.0.1 only";

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

  private Callers() {}

  /** Whether the server is asked under a name of loopback, or under none. */
  static boolean areHere(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host == null
        || host.isEmpty()
        || LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
