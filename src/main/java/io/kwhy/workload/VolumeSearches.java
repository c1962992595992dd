package io.kwhy.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.NodeLabel;
import io.kwhy.fact.cluster.PersistentVolume;
import io.kwhy.fact.cluster.PersistentVolumeClaim;
import io.kwhy.fact.cluster.StorageClass;
import io.kwhy.fact.workload.VolumeSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Claims that wait for a volume made by hand, held against the volumes as Kubernetes binds them:
 * class, access modes, mode, labels and size must do, and nobody else may have it.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>
 */
final class VolumeSearches {
  /** Says of a class that nothing makes its volumes. */
  private static final String BY_HAND = "kubernetes.io/no-provisioner";

  private static final String HOSTNAME = "kubernetes.io/hostname";

  private final Map<String, StorageClass> classes = new TreeMap<>();
  private final List<PersistentVolume> volumes = new ArrayList<>();
  private final List<PersistentVolumeClaim> claims = new ArrayList<>();
  private final Set<String> hosts = new HashSet<>();

  private VolumeSearches() {}

  static List<Fact> of(Iterable<? extends Fact> facts) {
    VolumeSearches searches = new VolumeSearches();
    for (Fact fact : facts) {
      if (fact instanceof StorageClass storageClass) {
        searches.classes.put(storageClass.name(), storageClass);
      } else if (fact instanceof PersistentVolume volume) {
        searches.volumes.add(volume);
      } else if (fact instanceof NodeLabel label && label.key().equals(HOSTNAME)) {
        searches.hosts.add(label.value());
      } else if (fact instanceof PersistentVolumeClaim claim && claim.phase().equals("Pending")) {
        searches.claims.add(claim);
      }
    }
    List<Fact> follows = new ArrayList<>();
    for (PersistentVolumeClaim claim : searches.claims) {
      if (searches.byHand(claim)) {
        searches.search(claim).ifPresent(follows::add);
      }
    }
    return follows;
  }

  /**
   * Whether nothing makes a volume for it: it names one, wants none of a class, or of such a one.
   */
  private boolean byHand(PersistentVolumeClaim claim) {
    String name = claim.storageClass();
    if (!claim.volume().isEmpty() || (claim.classGiven() && name.isEmpty())) {
      return true;
    }
    StorageClass known = classes.get(name);
    return known != null
        ? known.provisioner().equals(BY_HAND)
        : volumes.stream()
            .filter(each -> each.storageClass().equals(name))
            .anyMatch(each -> each.provisioner().isEmpty() || !each.phase().equals("Bound"));
  }

  private Optional<VolumeSearch> search(PersistentVolumeClaim claim) {
    List<PersistentVolume> named =
        volumes.stream()
            .filter(each -> claim.volume().isEmpty() || each.name().equals(claim.volume()))
            .toList();
    Optional<PersistentVolume> nearest =
        named.stream()
            .min(
                Comparator.<PersistentVolume>comparingInt(each -> obstacles(claim, each).size())
                    .thenComparing(PersistentVolume::name));
    if (nearest.isEmpty()) {
      return Optional.of(found(claim, "none-made", "", none(claim)));
    }
    List<String> obstacles = obstacles(claim, nearest.get());
    if (obstacles.isEmpty()) {
      return Optional.empty();
    }
    boolean close = obstacles.size() == 1 || !claim.volume().isEmpty();
    return Optional.of(
        close
            ? found(
                claim,
                obstacles.get(0),
                nearest.get().name(),
                words(claim, nearest.get(), obstacles.get(0)))
            : found(claim, "none-made", "", none(claim)));
  }

  private List<String> obstacles(PersistentVolumeClaim claim, PersistentVolume volume) {
    List<String> obstacles = new ArrayList<>();
    boolean own = volume.claim().equals(claim.namespace() + "/" + claim.name());
    if (volume.phase().equals("Released")) {
      obstacles.add("released");
    } else if (volume.phase().equals("Bound") || (!volume.claim().isEmpty() && !own)) {
      obstacles.add("taken");
    }
    if (!volume.storageClass().equals(claim.storageClass())) {
      obstacles.add("other-class");
    }
    if (!volume.accessModes().containsAll(claim.accessModes())) {
      obstacles.add("access-mode");
    }
    if (!volume.mode().equals(claim.mode())) {
      obstacles.add("volume-mode");
    }
    if (!claim.selector().matches(volume.labels())) {
      obstacles.add("other-labels");
    }
    if (volume.bytes() < claim.bytes()) {
      obstacles.add("too-small");
    }
    if (waitsForPod(claim) && isOfLostNode(volume)) {
      obstacles.add("node-gone");
    }
    return obstacles;
  }

  /** Such a claim gets a volume that its pod's node reaches; others get theirs before. */
  private boolean waitsForPod(PersistentVolumeClaim claim) {
    StorageClass known = classes.get(claim.storageClass());
    return known != null && known.bindingMode().equals("WaitForFirstConsumer");
  }

  private boolean isOfLostNode(PersistentVolume volume) {
    return !hosts.isEmpty()
        && !volume.nodes().isEmpty()
        && volume.nodes().stream().noneMatch(hosts::contains);
  }

  private static String words(
      PersistentVolumeClaim claim, PersistentVolume volume, String obstacle) {
    String head = "PersistentVolume " + volume.name();
    return switch (obstacle) {
      case "released" ->
          head + " would fit and is Released: it still belongs to the claim " + volume.claim();
      case "taken" -> head + " would fit and belongs to the claim " + volume.claim();
      case "other-class" ->
          head + " has " + ofClass(volume.storageClass()) + ", the claim wants another";
      case "access-mode" ->
          head
              + " offers "
              + String.join(", ", volume.accessModes())
              + ", the claim wants "
              + String.join(", ", claim.accessModes());
      case "volume-mode" ->
          head + " is of mode " + volume.mode() + ", the claim wants one of mode " + claim.mode();
      case "other-labels" ->
          head + " does not have the labels that the claim chooses by, " + claim.selector();
      case "node-gone" ->
          head
              + " can be used on "
              + String.join(", ", volume.nodes())
              + " alone, which is no node";
      default -> head + " has " + volume.size() + ", the claim wants " + claim.size();
    };
  }

  private static String none(PersistentVolumeClaim claim) {
    return claim.volume().isEmpty()
        ? "no PersistentVolume comes close"
        : "there is no PersistentVolume " + claim.volume();
  }

  private static String ofClass(String name) {
    return name.isEmpty() ? "no class" : "class " + name;
  }

  private static VolumeSearch found(
      PersistentVolumeClaim claim, String obstacle, String nearest, String words) {
    return new VolumeSearch(
        claim.namespace(),
        claim.name(),
        claim.size()
            + ", "
            + String.join(", ", claim.accessModes())
            + ", "
            + ofClass(claim.storageClass()),
        obstacle,
        nearest,
        words,
        claim.origin());
  }
}
