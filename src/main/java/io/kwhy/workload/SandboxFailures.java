package io.kwhy.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Event;
import io.kwhy.fact.workload.SandboxFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the kubelet says of pods whose sandbox containerd could not make. */
final class SandboxFailures {
  /** By reason; the first group is what it is about, the second where that was looked for. */
  private static final Map<String, Pattern> REASONS = new LinkedHashMap<>();

  static {
    reason("addresses-used-up", "no IP addresses available in (?:range set: ([^\\s,;]+))?");
    reason("bridge-address", "\"([^\"]+)\" already has an IP address different from (\\S+)");
    reason("cgroup-driver", "expected cgroupsPath to be of format \"[^\"]*\" for (\\w+) cgroups");
    reason("image-not-pulled", "failed to get sandbox image \"([^\"]+)\"");
    // The plugin is there, and what it asks on its own node is not: a program that runs there in a
    // pod.
    reason(
        "plugin-daemon-down",
        "(calico(?=/nodename: no such file)|cilium(?=/cilium\\.sock: connect: ))");
    reason("plugin-missing", "failed to find plugin \"([^\"]+)\" in path \\[([^\\]]*)\\]");
    reason(
        "plugin-version",
        "plugin type=\"([^\"]+)\" failed \\(\\w+\\): .*incompatible CNI versions; config is \"([^\"]+)\"");
    // A disk without room is another matter, and told elsewhere.
    reason(
        "runtime-refuses",
        "(?s)failed to (?:start sandbox|create containerd task).*?: OCI runtime create failed:"
            + "(?!.*no space left on device) (.+)");
  }

  private SandboxFailures() {}

  private static void reason(String name, String words) {
    REASONS.put(name, Pattern.compile(words));
  }

  /** The last complaint about each pod, in the order in which the pods were first complained of. */
  static List<Fact> of(Iterable<? extends Fact> facts) {
    Map<String, SandboxFailure> last = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Event event
          && event.kind().equals("Pod")
          && event.reason().equals("FailedCreatePodSandBox")) {
        last.merge(event.namespace() + "/" + event.name(), failure(event), SandboxFailures::later);
      }
    }
    return new ArrayList<>(last.values());
  }

  private static SandboxFailure later(SandboxFailure one, SandboxFailure other) {
    return other.last().isAfter(one.last()) ? other : one;
  }

  private static SandboxFailure failure(Event event) {
    for (Map.Entry<String, Pattern> each : REASONS.entrySet()) {
      Matcher said = each.getValue().matcher(event.message());
      if (said.find()) {
        String what = said.group(1) == null ? "" : said.group(1);
        return failure(event, each.getKey(), what, said.groupCount() > 1 ? said.group(2) : "");
      }
    }
    return failure(event, "unknown", "", "");
  }

  private static SandboxFailure failure(Event event, String reason, String what, String where) {
    return new SandboxFailure(
        event.namespace(),
        event.name(),
        event.host(),
        reason,
        what,
        where,
        event.message(),
        event.last(),
        event.origin());
  }
}
