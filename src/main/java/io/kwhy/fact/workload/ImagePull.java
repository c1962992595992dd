package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image that a container waits for, and why it does not come.
 *
 * @param registry host that the image's name leads to, with its port; {@code docker.io} where it
 *     names none
 * @param server host that was asked, which for docker.io and mirrors is another; {@code ""} where
 *     the message names none
 * @param reason not-found, unauthorized, name-unresolved, lookup-failed, unreachable, proxy,
 *     proxy-refusal, untrusted, plain-http, tls-only, rate-limited, server-error, wrong-platform,
 *     never-pulled, invalid-name, not-inspected, throttled, no-space, docker-unread, tls-file,
 *     page, unknown
 * @param message what containerd or the kubelet said of it
 */
public record ImagePull(
    String namespace,
    String pod,
    String node,
    String container,
    String image,
    String registry,
    String server,
    String reason,
    String message,
    Origin origin)
    implements Fact {
  /** Of pulls that came not so far as to ask anybody. */
  private static final Set<String> UNASKED =
      Set.of("never-pulled", "invalid-name", "not-inspected", "throttled", "no-space", "tls-file");

  private static final Pattern FILE =
      Pattern.compile(
          "(?:CA cert|CERT file|cert file|key file) \\\\?\"([^\"\\\\]+)|open (/[^:\\s]+):");

  /** The file on the node that the message names; {@code ""} where it names none. */
  public String file() {
    Matcher named = FILE.matcher(message);
    if (!named.find()) {
      return "";
    }
    return named.group(1) == null ? named.group(2) : named.group(1);
  }

  /** Name or address of the host that was asked, without its port. */
  public String host() {
    return server.replaceFirst(":[0-9]+$", "");
  }

  /**
   * The mirror of the registry that was asked; {@code ""} where it was the registry itself.
   * containerd tells a mirror whose it is to be.
   *
   * @see <a href="https://github.com/containerd/containerd/blob/main/docs/hosts.md">containerd:
   *     registry hosts</a>
   */
  public String mirror() {
    return message.contains("?ns=") && !embedded() ? server : "";
  }

  /** Whether it was k3s's own registry on the node, which hands out what other nodes have. */
  public boolean embedded() {
    return server.equals("127.0.0.1:6443") && message.contains("?ns=");
  }

  /** Whether a registry was asked at all, and no mirror of it is told of. */
  public boolean isOfRegistryItself() {
    return !message.contains("?ns=") && !UNASKED.contains(reason);
  }

  /** Whether that host is the image's registry itself, and no mirror. */
  public boolean isAskedAt(String host) {
    return host.equals(registry.equals("docker.io") ? "registry-1.docker.io" : registry);
  }

  /**
   * Whether containerd looks in that folder for how to ask the image's registry.
   *
   * @see <a href="https://github.com/containerd/containerd/blob/main/docs/hosts.md">containerd:
   *     registry hosts</a>
   */
  public boolean isConfiguredIn(String folder) {
    return folder.replaceFirst("_([0-9]+)_$", ":$1").equals(registry);
  }

  /** What was dialled for the proxy, {@code address:port} or a name; {@code ""} where unknown. */
  public String proxy() {
    return ProxyWords.dialled(message);
  }

  /** What came of asking the proxy; {@code ""} where it is not about one. */
  public String proxyAnswer() {
    return ProxyWords.answer(message);
  }

  /** What a proxy answered that did not connect; {@code ""} where none was asked, or it did. */
  public String proxyRefusal() {
    return ProxyWords.refusal(message);
  }

  /** Whether an archive of images beside k3s is likely to hold it, by its name. */
  public boolean mayBeIn(String archive) {
    return ImageArchives.mayHold(archive, image);
  }

  @Override
  public String text() {
    return "container "
        + namespace
        + "/"
        + pod
        + "/"
        + container
        + " waits for image "
        + image
        + ": "
        + message;
  }
}
