package io.kwhy.workload;

import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeResource;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.workload.NodeLoad;
import io.kwhy.fact.workload.Shortage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What Nodes have to give, what of it is asked for already, and what is left. */
final class Capacity {
  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";
  private static final String STORAGE = "ephemeral-storage";
  private static final String PODS = "pods";

  /** What is known of how much of it is left. */
  static final Set<String> COUNTED = Set.of(CPU, MEMORY);

  private final Map<String, Map<String, NodeResource>> resources = new TreeMap<>();
  private final Map<String, Load> loads = new TreeMap<>();
  private final Map<String, Long> largest = new HashMap<>();
  private final Map<String, Room> rooms = new HashMap<>();
  private Set<String> roomsOf = Set.of();

  /** What the pods on a Node ask for. */
  private record Load(long cpuMillis, long memoryBytes, int pods) {
    private static final Load NONE = new Load(0, 0, 0);

    private Load with(Pod pod) {
      return new Load(cpuMillis + pod.cpuMillis(), memoryBytes + pod.memoryBytes(), pods + 1);
    }

    /** What others reserve of the disk is not known. */
    private long of(String resource) {
      return switch (resource) {
        case STORAGE -> 0;
        case CPU -> cpuMillis;
        case PODS -> pods;
        default -> memoryBytes;
      };
    }
  }

  void add(NodeResource resource) {
    resources
        .computeIfAbsent(resource.node(), k -> new TreeMap<>())
        .put(resource.resource(), resource);
  }

  /** A pod that is on a node and not over. */
  void add(Pod pod) {
    loads.put(pod.node(), loads.getOrDefault(pod.node(), Load.NONE).with(pod));
  }

  NodeLoad loadOf(Node node) {
    Load load = loads.getOrDefault(node.name(), Load.NONE);
    return new NodeLoad(node.name(), load.cpuMillis, load.memoryBytes, load.pods, node.origin());
  }

  /**
   * Whether a Node takes one more pod, and has as much processor and memory left as it asks for; so
   * it is if not known.
   */
  boolean hasRoom(String node, Pod pod) {
    return left(node, PODS) >= 1
        && left(node, CPU) >= pod.cpuMillis()
        && left(node, MEMORY) >= pod.memoryBytes();
  }

  private long left(String node, String resource) {
    NodeResource has = resources.getOrDefault(node, Map.of()).get(resource);
    return has == null
        ? Long.MAX_VALUE
        : has.amount() - loads.getOrDefault(node, Load.NONE).of(resource);
  }

  /**
   * That a pod asks for more of a resource than the Nodes have left that the scheduler says lack
   * it. One with room was turned down for another reason; where more have room than that leaves,
   * what the scheduler said is not so any more, or not known well enough.
   *
   * @param lacking how many Nodes the scheduler says lack it; 0 where it does not say
   * @param candidates Nodes that were asked for it; others turned the pod down before
   * @param storageBytes what it asks for of nodes' disks
   */
  Optional<Shortage> shortage(
      Pod pod,
      String resource,
      int lacking,
      long storageBytes,
      Set<String> candidates,
      Origin origin) {
    long wanted = wanted(pod, resource, storageBytes);
    Room room = room(candidates, resource);
    int shorts = room.below(wanted);
    int others = candidates.size() - room.size();
    boolean borne = lacking == 0 ? shorts == room.size() : shorts + others >= lacking;
    if (wanted == 0 || shorts == 0 || !borne) {
      return Optional.empty();
    }
    String freest = room.freest(shorts);
    long most = room.largest(shorts);
    return Optional.of(
        new Shortage(
            pod.namespace(),
            pod.name(),
            resource,
            amount(resource, wanted),
            amount(resource, most),
            amount(resource, Math.max(left(freest, resource), 0)),
            freest,
            others > 0 || largest(resource) >= wanted,
            origin));
  }

  /** The same for all pods of a Deployment, and there may be thousands, of pods and of Nodes. */
  private Room room(Set<String> candidates, String resource) {
    if (!candidates.equals(roomsOf)) {
      roomsOf = candidates;
      rooms.clear();
    }
    return rooms.computeIfAbsent(
        resource,
        k -> {
          Room room = new Room();
          for (String node : candidates) {
            if (resources.getOrDefault(node, Map.of()).containsKey(resource)) {
              room.add(node, left(node, resource), amountOn(node, resource));
            }
          }
          return room.sorted();
        });
  }

  private static long wanted(Pod pod, String resource, long storageBytes) {
    return switch (resource) {
      case CPU -> pod.cpuMillis();
      case MEMORY -> pod.memoryBytes();
      case STORAGE -> storageBytes;
      default -> 0;
    };
  }

  /** What the largest Node of all has, one that is away or closed too. */
  private long largest(String resource) {
    return largest.computeIfAbsent(
        resource,
        k ->
            resources.values().stream()
                .mapToLong(has -> has.containsKey(k) ? has.get(k).amount() : Long.MAX_VALUE)
                .max()
                .orElse(Long.MAX_VALUE));
  }

  private long amountOn(String node, String resource) {
    return resources.get(node).get(resource).amount();
  }

  private static String amount(String resource, long value) {
    if (resource.equals(CPU)) {
      return value % 1000 == 0 ? Long.toString(value / 1000) : value + "m";
    }
    return value >= 1 << 20 ? (value >> 20) + "Mi" : Long.toString(value);
  }
}
