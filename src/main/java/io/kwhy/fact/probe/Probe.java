package io.kwhy.fact.probe;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one packet or question sent at capture met.
 *
 * @param node host that sent it
 * @param from {@code node} or {@code pod:namespace/name}
 * @param probe kind of probe, e.g. {@code tcp-apiserver}
 * @param target as the probes file has it
 * @param peer host or pod that is meant; {@code ""} where only an address is given
 * @param port 0 where there is none
 * @param question the name that was asked for, in DNS probes
 * @param result ok, refused, timeout, …
 * @param millis how long that took, to the full millisecond; -1 where it is not known
 */
public record Probe(
    String node,
    String from,
    String probe,
    String target,
    String peer,
    String address,
    int port,
    String question,
    String result,
    String detail,
    int millis,
    Origin origin)
    implements Fact {
  /** From here on the time is worth telling. */
  private static final int SLOW = 1000;

  private static final Pattern UNCUT = Pattern.compile("ping-flannel-df(\\d{1,5})");

  /** Bytes of a packet that may not be cut up, as the probe's name tells them; 0 for others. */
  public int uncut() {
    Matcher size = UNCUT.matcher(probe);
    return size.matches() ? Integer.parseInt(size.group(1)) : 0;
  }

  /**
   * Whether it asked a server that CoreDNS may hand questions on to: one of the host's own, or one
   * that the Corefile names.
   */
  public boolean ofUpstream() {
    return probe.equals("dns-upstream") || probe.equals("dns-forward");
  }

  /** The same of a host or pod by another name. */
  public Probe withPeer(String name) {
    return new Probe(
        node, from, probe, target, name, address, port, question, result, detail, millis, origin);
  }

  /** Whether it went to an address of IPv6. */
  public boolean v6() {
    return address.indexOf(':') >= 0;
  }

  /** What asks the same again, by hand. */
  public String command() {
    return port > 0 ? "nc -zvw2 " + address + " " + port : "ping -c1 -W2 " + address;
  }

  @Override
  public String text() {
    String origin = from.equals("node") ? "" : " from " + from;
    return probe
        + origin
        + " to "
        + target
        + ": "
        + result
        + (detail.isEmpty() ? "" : " (" + detail + ")")
        + (millis < SLOW || result.equals("timeout") ? "" : " after " + millis / 1000.0 + " s");
  }
}
