package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * Why the sandbox of a pod, which comes before its containers, could not be made.
 *
 * @param node host that says so; {@code ""} where the event names none
 * @param reason addresses-used-up, bridge-address, cgroup-driver, image-not-pulled,
 *     plugin-daemon-down, plugin-missing, plugin-version, runtime-refuses, unknown
 * @param what range of addresses, cgroup driver, image or plugin that it is about, or what runc
 *     says; {@code ""} where unknown
 * @param where folder in which a plugin was looked for, or version of the CNI configuration; else
 *     {@code ""}
 * @param message what the kubelet said of it
 * @param last when it was last said
 */
public record SandboxFailure(
    String namespace,
    String pod,
    String node,
    String reason,
    String what,
    String where,
    String message,
    Instant last,
    Origin origin)
    implements Fact {
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
    return ImageArchives.mayHold(archive, what);
  }

  @Override
  public String text() {
    return "pod " + namespace + "/" + pod + " gets no sandbox: " + message;
  }

  @Override
  public Instant since() {
    return last;
  }
}
