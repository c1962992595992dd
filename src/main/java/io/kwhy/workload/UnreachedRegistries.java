package io.kwhy.workload;

import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.ContainerStatus;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.node.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Registries from which containerd got no answer lately, as its log tells. Of several places where
 * it looks for an image, containerd 2 tells the kubelet of the one that had come farthest: a mirror
 * that does not have the image hides that the registry itself was not reached.
 *
 * @see <a href="https://github.com/containerd/containerd/pull/8861">containerd: return most
 *     relevant error</a>
 */
final class UnreachedRegistries {
  private static final String SIGNAL = "registry-not-answered";

  /** The kubelet asks again after five minutes at most; what is older may be over. */
  private static final int RECENT_SECONDS = 900;

  private final List<LogSignal> said = new ArrayList<>();
  private final List<NodeName> names = new ArrayList<>();
  private final List<CaptureTime> now = new ArrayList<>();

  UnreachedRegistries(Iterable<? extends Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof LogSignal signal && signal.signal().equals(SIGNAL)) {
        said.add(signal);
      } else if (fact instanceof NodeName name) {
        names.add(name);
      } else if (fact instanceof CaptureTime time) {
        now.add(time);
      }
    }
  }

  /** What containerd last met when it asked the image's own registry, if that gave no answer. */
  Optional<LogSignal> of(ContainerStatus waiting) {
    ImageName image = ImageName.of(waiting.image());
    return said.stream()
        .filter(signal -> isOn(signal.node(), waiting.node()) && isRecent(signal))
        .filter(signal -> image.isAskedBy(field(signal, "repository"), field(signal, "version")))
        .reduce((one, other) -> other.last().isBefore(one.last()) ? one : other);
  }

  private boolean isOn(String host, String node) {
    return host.equals(node)
        || names.stream().anyMatch(name -> name.node().equals(host) && name.name().equals(node));
  }

  private boolean isRecent(LogSignal signal) {
    return now.stream().allMatch(time -> time.within(signal.last(), RECENT_SECONDS));
  }

  private static String field(LogSignal signal, String name) {
    return signal.fields().getOrDefault(name, "");
  }
}
