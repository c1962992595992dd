package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import io.kwhy.fact.node.ServerUrl;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the URL of a server apart, also one that is none. */
final class ServerUrls {
  private static final Pattern URL =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?"
              + "(?<address>\\[[0-9a-fA-F:.%]+]|[^/:\\s]*)"
              + "(?::(?<port>[0-9]{1,5}))?(?:/.*)?");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private ServerUrls() {}

  static ServerUrl parse(String node, String url, Origin origin) {
    Matcher parts = URL.matcher(url.strip());
    if (!parts.matches()) {
      return new ServerUrl(node, url, "", "", 0, false, origin);
    }
    String scheme = parts.group("scheme") == null ? "" : parts.group("scheme");
    String address = parts.group("address");
    if (address.startsWith("[")) {
      address = address.substring(1, address.length() - 1);
    }
    int port = parts.group("port") == null ? 0 : Integer.parseInt(parts.group("port"));
    boolean named = !address.isEmpty() && !ADDRESS.matcher(address).matches();
    return new ServerUrl(node, url, scheme, address, port, named, origin);
  }
}
