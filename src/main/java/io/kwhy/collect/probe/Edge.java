package io.kwhy.collect.probe;

/**
 * One packet, connection or question from a host.
 *
 * @param call function of the script that does it: ping, tcp, dns or cluster
 * @param probe kind of probe, as rules know it
 * @param target as the probes file has it
 * @param address where it goes
 * @param detail port, payload, name or domain; {@code ""} where there is none
 */
record Edge(String call, String probe, String target, String address, String detail) {
  /** The line of shell. */
  String line() {
    return "    "
        + call
        + "_probe "
        + probe
        + " "
        + quoted(target)
        + " "
        + quoted(address)
        + (detail.isEmpty() ? "" : " " + quoted(detail));
  }

  /** The line that goes into the network of a pod. */
  static String into(String pod, String address) {
    return "  into " + quoted(pod) + " " + quoted(address);
  }

  /** Names and addresses come from the API: nothing in them may be a command. */
  private static String quoted(String text) {
    return "'" + text.replaceAll("[^\\w.:@ /-]", "") + "'";
  }
}
