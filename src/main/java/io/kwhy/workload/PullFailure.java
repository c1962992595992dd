package io.kwhy.workload;

import io.kwhy.fact.workload.ImagePull;
import io.kwhy.fact.workload.ProxyWords;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a failed pull's message says: containerd's words, those of registries and of Go's net. */
final class PullFailure {
  /** The first that is found counts: a look-up that timed out is no connection that did. */
  private static final Map<String, Pattern> REASONS = new LinkedHashMap<>();

  static {
    reason("no-space", "no space left on device");
    // Docker 25 leaves out a field that adapters of before then insist on.
    reason("docker-unread", "Id or size of image .* is not set");
    // The kubelet's own brake: it asks again within the minute.
    reason("throttled", "pull QPS exceeded");
    // What containerd cannot do on its own host, or is not there to do, is not the registry's.
    reason(
        "unknown",
        "containerd\\.sock|dial unix |error reading from server: |transport is closing|failed to (?:prepare extraction snapshot|extract layer)");
    reason(
        "tls-file",
        "unable to (?:read|load) (?:CA cert|CERT file)|failed to load (?:CA file|cert file|X509 key pair)|but no corresponding (?:key|cert) file was specified");
    reason("page", "unexpected media type text/html");
    reason("proxy", "proxyconnect");
    reason("untrusted", "x509:|tls: failed to verify certificate");
    reason("plain-http", "server gave HTTP response to HTTPS client");
    // What was asked without TLS answers with a record of it, or as servers of HTTP do that notice.
    reason(
        "tls-only",
        "malformed HTTP response \\\\*\"\\\\+x15|HTTP request (?:was sent )?to (?:an )?HTTPS|unexpected status[^\"]* http://\\S+: 400 ");
    reason("wrong-platform", "no match for platform in manifest|no matching manifest for");
    reason("name-unresolved", "no such host");
    // k3s is linked to musl, which has words of its own for no answer and for an error.
    reason(
        "lookup-failed",
        "lookup \\S+(?: on \\S+)?: (?:Try again|Non-recoverable error|.*(?:i/o timeout|connection refused|server misbehaving|network is unreachable|no route to host|Temporary failure))|Temporary failure in name resolution|server misbehaving");
    reason("rate-limited", "429 Too Many Requests|toomanyrequests|pull rate limit");
    reason(
        "unreachable",
        "i/o timeout|connection refused|no route to host|network is unreachable|connection reset by peer|TLS handshake timeout|Client\\.Timeout|https?://.*context deadline exceeded|unexpected EOF|: EOF");
    reason(
        "unauthorized",
        "unexpected status.*: 40[13] |401 Unauthorized|403 Forbidden|unauthorized|insufficient_scope|authentication required|pull access denied|access to the resource is denied|no basic auth credentials|(?<!permission )denied:");
    reason(
        "not-found",
        "failed to resolve .*not found|unexpected status.*: 404|manifest for \\S+ not found|manifest unknown|name unknown|NAME_UNKNOWN|MANIFEST_UNKNOWN");
    reason("server-error", "unexpected status.*: 5\\d\\d|50[0-4] [A-Z]");
  }

  /** A request that failed, one that a registry answered, or the look-up before. */
  private static final Pattern SERVER =
      Pattern.compile("\"https?://([^/\"]+)/|https?://([^/\"\\s]+)/v2/|lookup ([^\\s:]+)");

  /** Anybody may pull Docker Hub's own images: one that is denied is one that does not exist. */
  private static final Pattern OFFICIAL =
      Pattern.compile("docker\\.io/library/.*pull access denied");

  private PullFailure() {}

  private static void reason(String name, String words) {
    REASONS.put(name, Pattern.compile(words));
  }

  /** One of the reasons of {@link ImagePull}; {@code unknown} where no known word is in it. */
  static String reason(String message) {
    if (OFFICIAL.matcher(message).find()) {
      return "not-found";
    }
    if (!ProxyWords.refusal(message).isEmpty()) {
      return "proxy-refusal";
    }
    for (Map.Entry<String, Pattern> each : REASONS.entrySet()) {
      if (each.getValue().matcher(message).find()) {
        return each.getKey();
      }
    }
    return "unknown";
  }

  /** The host that was asked; {@code ""} where none is named. */
  static String server(String message) {
    Matcher named = SERVER.matcher(message);
    if (!named.find()) {
      return "";
    }
    return Stream.of(1, 2, 3).map(named::group).filter(Objects::nonNull).findFirst().orElse("");
  }
}
