package io.kwhy.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kwhy.Captures;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.BundleWriter;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.Installed;
import io.kwhy.collect.Look;
import io.kwhy.collect.access.Access;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.parse.FactReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded clusters, served as if they were there. */
@Tag("slow")
@Order(1)
class ServedCapturesTest {
  private static final Pattern POD = Pattern.compile("^\\S+ +pod/");

  @TempDir private Path folder;

  /** Those whose API answered when they were recorded. */
  static Stream<Path> captures() {
    String only = System.getProperty("kwhy.capture", "");
    return Captures.all().stream()
        .filter(file -> file.getFileName().toString().contains(only))
        .filter(ServedCapturesTest::hasCluster);
  }

  private static boolean hasCluster(Path file) {
    return Captures.facts(file).stream()
        .anyMatch(fact -> fact instanceof Captured captured && captured.source().equals("nodes"));
  }

  /** What a look at the served cluster finds is what the bundle holds of it. */
  @ParameterizedTest
  @MethodSource("captures")
  void look_at_a_served_bundle_gives_the_cluster_that_is_in_it(Path capture) throws Exception {
    try (Bundle original = BundleReader.read(List.of(capture));
        ApiServer server = ApiServer.start(original, 0);
        Draft draft = look(server, original);
        Bundle live = BundleReader.of("live", draft.entries())) {

      assertThat(ofCluster(facts(live)))
          .containsExactlyElementsOf(ofCluster(Captures.facts(capture)));
      Path kept = folder.resolve("kept.tgz");
      BundleWriter.write(draft.entries(), "kept", draft.collectedAt(), kept);
      try (Bundle replay = BundleReader.read(List.of(kept))) {
        // The same facts, down to the line: the same diagnosis.
        assertThat(facts(replay)).isEqualTo(facts(live));
      }
    }
  }

  private static List<Fact> facts(Bundle bundle) {
    return new FactReader(List.of()).read(bundle);
  }

  /** Facts of the cluster, without where they stand: the lists are written in another way. */
  private static List<String> ofCluster(List<Fact> all) {
    List<String> facts = new ArrayList<>();
    for (Fact fact : all) {
      if (fact.getClass().getPackageName().endsWith(".cluster")) {
        facts.add(
            fact.toString()
                .replaceAll(", origin=[^,\\]]*", "")
                .replaceAll("SecretMetadata\\[.*type=[^,]*", "SecretMetadata"));
      }
    }
    return facts;
  }

  private Draft look(ApiServer server, Bundle bundle) throws Exception {
    Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), server.kubeconfig());
    Look.Wanted wanted =
        new Look.Wanted(
            new Access.Wanted(kubeconfig.toString(), "", "", List.of()),
            Look.Nodes.none,
            Map.of(),
            List.of(),
            "",
            false,
            new io.kwhy.collect.pod.LookPod("image", "kube-system", 60),
            false,
            24);
    Clock clock = Clock.fixed(bundle.manifest().collectedAt(), ZoneOffset.UTC);
    return new Look(wanted, Map.of(), clock, line -> {}).take();
  }

  @ParameterizedTest
  @MethodSource("captures")
  void kubectl_browses_a_bundle(Path capture) throws Exception {
    Installed.program("kubectl");
    try (Bundle bundle = BundleReader.read(List.of(capture));
        ApiServer server = ApiServer.start(bundle, 0)) {
      Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), server.kubeconfig());
      Objects objects = new Objects(bundle);
      List<Map<?, ?>> pods = objects.of(objects.kind("", "pods").orElseThrow());
      List<Map<?, ?>> nodes = objects.of(objects.kind("", "nodes").orElseThrow());
      assumeFalse(nodes.isEmpty(), "no host had registered yet");
      String node = Tree.text(nodes.get(0), "metadata", "name");

      // A start of kubectl costs more than what it asks for, so each asks for much.
      String listed =
          kubectl(kubeconfig, "get", "pods,nodes,services,deployments,events", "-A", "-o", "wide");
      assertThat(listed.lines().filter(line -> POD.matcher(line).find())).hasSameSizeAs(pods);
      assertThat(listed).contains("node/" + node);
      String sorted = kubectl(kubeconfig, "get", "events", "-A", "--sort-by=.lastTimestamp");
      assertThat(sorted.lines().skip(1))
          .hasSameSizeAs(objects.of(objects.kind("", "events").orElseThrow()));
      if (pods.isEmpty()) {
        assertThat(kubectl(kubeconfig, "describe", "node", node)).contains("Conditions:");
      } else {
        String name = Tree.text(pods.get(0), "metadata", "name");
        String namespace = Tree.text(pods.get(0), "metadata", "namespace");
        assertThat(kubectl(kubeconfig, "-n", namespace, "describe", "node/" + node, "pod/" + name))
            .contains("Non-terminated Pods:", "Containers:");
      }
      String onNode = "spec.nodeName=" + node;
      String template = "jsonpath={range .items[*]}{.metadata.name}{\"\\n\"}{end}";
      assertThat(
              kubectl(kubeconfig, "get", "pods", "-A", "--field-selector", onNode, "-o", template)
                  .lines())
          .containsExactlyInAnyOrderElementsOf(
              pods.stream()
                  .filter(pod -> Tree.text(pod, "spec", "nodeName").equals(node))
                  .map(pod -> Tree.text(pod, "metadata", "name"))
                  .toList());
      for (Entry entry : bundle.entries()) {
        String[] names = entry.path().split("/", -1);
        if (names[0].equals("logs") && !entry.path().endsWith(".previous.log")) {
          String container = names[3].substring(0, names[3].length() - ".log".length());
          assertThat(kubectl(kubeconfig, "-n", names[1], "logs", names[2], "-c", container))
              .isEqualTo(new String(entry.open().readAllBytes(), StandardCharsets.UTF_8));
          break;
        }
      }
    }
  }

  private String kubectl(Path kubeconfig, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Installed.program("kubectl"), "--kubeconfig", kubeconfig.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", folder.toString());
    // It lives too short to collect garbage.
    builder.environment().put("GOGC", "off");
    builder.environment().put("GOMAXPROCS", "1");
    Path errors = folder.resolve("errors");
    Process process = builder.redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as(String.join(" ", command) + Files.readString(errors))
        .isZero();
    return output;
  }
}
