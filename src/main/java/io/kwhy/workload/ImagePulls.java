package io.kwhy.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.ContainerStatus;
import io.kwhy.fact.cluster.Event;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.workload.ImagePull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which containers wait for an image, and what the last attempt met. */
final class ImagePulls {
  private static final String DOCKER = "docker-unread";

  private static final Set<String> WAITING =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "ErrImageNeverPull",
          "InvalidImageName",
          "RegistryUnavailable",
          "ImageInspectError");

  private final Map<String, List<Event>> events = new HashMap<>();

  private final UnreachedRegistries unreached;

  private ImagePulls(UnreachedRegistries unreached) {
    this.unreached = unreached;
  }

  static List<Fact> of(Iterable<? extends Fact> facts) {
    ImagePulls pulls = new ImagePulls(new UnreachedRegistries(facts));
    List<ContainerStatus> waiting = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof Event event) {
        pulls.add(event);
      } else if (fact instanceof ContainerStatus status && WAITING.contains(status.reason())) {
        waiting.add(status);
      }
    }
    return waiting.stream().<Fact>map(pulls::pull).toList();
  }

  private void add(Event event) {
    if (event.kind().equals("Pod")
        && event.reason().equals("Failed")
        && event.message().startsWith("Failed to pull image")) {
      events
          .computeIfAbsent(event.namespace() + "/" + event.name(), k -> new ArrayList<>())
          .add(event);
    }
  }

  private ImagePull pull(ContainerStatus status) {
    String message = status.message();
    Origin origin = status.origin();
    String reason =
        switch (status.reason()) {
          case "ErrImageNeverPull" -> "never-pulled";
          case "InvalidImageName" -> "invalid-name";
          // The kubelet asked containerd what it has, and no registry at all.
          case "ImageInspectError" ->
              PullFailure.reason(message).equals(DOCKER) ? DOCKER : "not-inspected";
          default -> PullFailure.reason(message);
        };
    // While it backs off, older kubelets say no more than that; the event says why.
    if (reason.equals("unknown")) {
      for (Event event : events.getOrDefault(status.namespace() + "/" + status.pod(), List.of())) {
        if (event.message().contains("\"" + status.image() + "\"")
            || event.message().contains(status.image())) {
          reason = PullFailure.reason(event.message());
          message = event.message();
          origin = event.origin();
        }
      }
    }
    // Only a mirror's word, where the registry itself was asked in vain.
    Optional<LogSignal> unanswered =
        reason.equals("not-found") ? unreached.of(status) : Optional.empty();
    if (unanswered.isPresent()) {
      message = unanswered.get().fields().getOrDefault("problem", "");
      reason = PullFailure.reason(message);
      origin = unanswered.get().origin();
    }
    return new ImagePull(
        status.namespace(),
        status.pod(),
        status.node(),
        status.container(),
        status.image(),
        ImageName.of(status.image()).registry(),
        PullFailure.server(message),
        reason,
        message,
        origin);
  }
}
