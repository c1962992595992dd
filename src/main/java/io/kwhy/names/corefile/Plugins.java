package io.kwhy.names.corefile;

import io.kwhy.fact.EditDistance;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plugins that CoreDNS is built with, and the properties of those that k3s's Corefile has.
 * Everything that any release since 1.6 has known is listed: what one of them takes is not called
 * wrong.
 *
 * @see <a href="https://github.com/coredns/coredns/blob/master/plugin.cfg">CoreDNS: plugin.cfg</a>
 */
final class Plugins {
  static final Set<String> NAMES =
      Set.of(
          "acl",
          "any",
          "auto",
          "autopath",
          "azure",
          "bind",
          "bufsize",
          "cache",
          "cancel",
          "chaos",
          "clouddns",
          "debug",
          "dns64",
          "dnssec",
          "dnstap",
          "erratic",
          "errors",
          "etcd",
          "federation",
          "file",
          "forward",
          "geoip",
          "grpc",
          "grpc_server",
          "header",
          "health",
          "hosts",
          "https",
          "https3",
          "k8s_external",
          "kubernetes",
          "loadbalance",
          "local",
          "log",
          "loop",
          "metadata",
          "minimal",
          "multisocket",
          "nomad",
          "nsid",
          "on",
          "pprof",
          "prometheus",
          "proxy",
          "proxyproto",
          "quic",
          "ready",
          "reload",
          "rewrite",
          "root",
          "route53",
          "rrl",
          "secondary",
          "sign",
          "template",
          "timeouts",
          "tls",
          "trace",
          "transfer",
          "tsig",
          "view",
          "whoami");

  /** Plugins that may stand only once in a server block. */
  static final Set<String> ONCE =
      Set.of("cache", "hosts", "kubernetes", "loop", "prometheus", "reload", "ready", "health");

  /** The order in which CoreDNS sets up those that are checked here. */
  static final List<String> ORDER =
      List.of(
          "reload",
          "ready",
          "health",
          "prometheus",
          "errors",
          "loadbalance",
          "cache",
          "hosts",
          "kubernetes",
          "loop",
          "forward");

  static final Map<String, Set<String>> PROPERTIES =
      Map.of(
          "cache",
          Set.of("success", "denial", "prefetch", "serve_stale", "servfail", "disable", "keepttl"),
          "kubernetes",
          Set.of(
              "endpoint_pod_names",
              "pods",
              "namespaces",
              "endpoint",
              "tls",
              "labels",
              "namespace_labels",
              "fallthrough",
              "ttl",
              "noendpoints",
              "ignore",
              "kubeconfig",
              "multicluster",
              "startup_timeout",
              "resyncperiod",
              "upstream",
              "transfer",
              "apiserver_qps",
              "apiserver_burst",
              "apiserver_max_inflight"),
          "forward",
          Set.of(
              "except",
              "max_fails",
              "health_check",
              "force_tcp",
              "prefer_udp",
              "tls",
              "tls_servername",
              "expire",
              "policy",
              "max_concurrent",
              "next",
              "failfast_all_unhealthy_upstreams",
              "failover",
              "max_idle_conns",
              "max_age",
              "max_connect_attempts",
              "read_timeout",
              "resolver",
              "source",
              "upstream_timeout"),
          "health",
          Set.of("lameduck"));

  private Plugins() {}

  /**
   * Whether a property is surely wrong: CoreDNS knows none of that name, and it is either a slip of
   * one that it knows, or a plugin that got there because a brace is missing. A name of neither
   * kind may be of a release that is not known here.
   */
  static boolean surelyUnknown(String plugin, String property) {
    Set<String> known = PROPERTIES.getOrDefault(plugin, Set.of());
    if (known.isEmpty() || known.contains(property)) {
      return false;
    }
    return NAMES.contains(property)
        || known.stream().anyMatch(name -> EditDistance.between(name, property) <= 2);
  }
}
