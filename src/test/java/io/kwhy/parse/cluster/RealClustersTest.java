package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kwhy.Captures;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.ContainerStatus;
import io.kwhy.fact.cluster.Event;
import io.kwhy.fact.cluster.Lease;
import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.ReadyzCheck;
import io.kwhy.fact.cluster.SecretMetadata;
import io.kwhy.fact.cluster.ServerVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** What real clusters said, k3s v1.17 to v1.36, is read without a gap and to the last object. */
final class RealClustersTest {
  private static final Instant BEFORE_ALL = Instant.parse("2020-01-01T00:00:00Z");

  /** Items' fields are three deep; tools indent by 1, 2 or 4. */
  private static final String ITEM = "^(?: {3}| {6}| {12})";

  private static final Map<Source, Class<? extends Fact>> OBJECTS =
      new EnumMap<>(
          Map.of(
              Source.NODES, Node.class,
              Source.PODS, Pod.class,
              Source.EVENTS, Event.class,
              Source.LEASES, Lease.class,
              Source.NAMESPACES, Namespace.class,
              Source.SECRETS, SecretMetadata.class,
              Source.SERVER_VERSION, ServerVersion.class,
              Source.READYZ, ReadyzCheck.class));

  @TestFactory
  Stream<DynamicContainer> captures() {
    return Archive.in(Captures.dir()).stream()
        .map(archive -> each(archive, RealClustersTest::ofCapture));
  }

  /** Bundles of troubleshoot.sh beside the captures, with a file for each namespace. */
  @TestFactory
  Stream<DynamicContainer> bundles_of_another_tool() {
    Path folder = Captures.dir().resolveSibling("samples").resolve("troubleshoot");
    Assumptions.assumeTrue(Files.isDirectory(folder));
    return Archive.in(folder).stream()
        .map(archive -> each(archive, RealClustersTest::ofTroubleshoot));
  }

  private static DynamicContainer each(Path archive, Function<String, Optional<Source>> source) {
    return dynamicContainer(
        archive.getFileName().toString(),
        Archive.files(archive, path -> source.apply(path).isPresent()).entrySet().stream()
            .map(
                file ->
                    dynamicTest(
                        file.getKey(),
                        () -> check(source.apply(file.getKey()).get(), file.getValue()))));
  }

  private static void check(Source source, byte[] bytes) {
    Told told = Told.of(source, bytes);

    assertThat(told.gaps).isEmpty();
    assertThat(told.all(OBJECTS.get(source)))
        .hasSize((int) objects(source, new String(bytes, StandardCharsets.UTF_8)));
    assertThat(told.facts).allSatisfy(RealClustersTest::complete);
  }

  /** Counts by the text alone: lines that say an item's kind, lines at all of /readyz. */
  private static long objects(Source source, String text) {
    if (source == Source.READYZ) {
      return text.lines().count();
    }
    if (source == Source.SERVER_VERSION) {
      return 1;
    }
    String kind = OBJECTS.get(source).getSimpleName().replace("Metadata", "");
    Pattern line = Pattern.compile(ITEM + "\"kind\": \"" + kind + "\",?$", Pattern.MULTILINE);
    return line.matcher(text).results().count();
  }

  private static void complete(Fact fact) {
    assertThat(fact.origin().line()).isPositive();
    if (fact instanceof Node node) {
      assertThat(node.ready()).isIn("True", "False", "Unknown");
      assertThat(node.kubeletVersion()).contains("k3s");
      assertThat(node.internalIp()).isNotEmpty();
      assertThat(node.created()).isAfter(BEFORE_ALL);
    } else if (fact instanceof Pod pod) {
      assertThat(pod.phase()).isIn("Running", "Pending", "Succeeded", "Failed");
      assertThat(pod.created()).isAfter(BEFORE_ALL);
    } else if (fact instanceof ContainerStatus container) {
      assertThat(container.state()).isIn("running", "waiting", "terminated");
      assertThat(container.image()).isNotEmpty();
    } else if (fact instanceof Event event) {
      assertThat(event.first()).isAfter(BEFORE_ALL).isBeforeOrEqualTo(event.last());
      assertThat(event.component()).isNotEmpty();
      assertThat(event.kind()).isNotEmpty();
    } else if (fact instanceof Lease lease) {
      assertThat(lease.renewed()).isAfter(BEFORE_ALL);
      assertThat(lease.holder()).isNotEmpty();
    } else if (fact instanceof Namespace namespace) {
      assertThat(namespace.phase()).isIn("Active", "Terminating");
    } else if (fact instanceof SecretMetadata secret) {
      assertThat(secret.type()).isNotEmpty();
    } else if (fact instanceof ServerVersion version) {
      assertThat(version.version()).contains("k3s");
    }
  }

  private static Optional<Source> ofCapture(String path) {
    return OBJECTS.keySet().stream()
        .filter(source -> source.capture().entries().contains(path))
        .findFirst();
  }

  private static Optional<Source> ofTroubleshoot(String path) {
    if (path.equals("cluster-info/cluster_version.json")) {
      return Optional.of(Source.SERVER_VERSION);
    }
    return OBJECTS.keySet().stream()
        .filter(source -> path.matches("cluster-resources/" + source.id() + "(/[^/]+)?\\.json"))
        .findFirst();
  }
}
