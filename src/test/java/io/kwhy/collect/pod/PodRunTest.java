package io.kwhy.collect.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.kwhy.Program;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.FakeApi;
import io.kwhy.collect.Installed;
import io.kwhy.collect.access.Access;
import io.kwhy.collect.node.NodeCollector;
import io.kwhy.collect.node.NodeTarget;
import io.kwhy.serve.ApiServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pods that look at hosts: what they are, what they give, and that none is left. */
@Tag("slow")
class PodRunTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:49:46Z");
  private static final LookPod POD = new LookPod("busybox", "kube-system", 60);

  @TempDir private Path folder;
  private final FakePods pods = new FakePods();
  private final List<String> said = new ArrayList<>();
  private Draft cluster;
  private Bundle bundle;
  private FakeApi api;

  @BeforeEach
  void start() throws Exception {
    cluster = new Draft("k3s", NOW);
    cluster.add(
        "cluster/nodes.json",
        "{\"kind\":\"List\",\"items\":[{\"kind\":\"Node\",\"metadata\":{\"name\":\"hangs\"}}]}");
    cluster.add("cluster/pods.json", "{\"kind\":\"List\",\"items\":[]}");
    cluster.add("cluster/version.json", "{\"gitVersion\":\"v1.36.3+k3s1\"}");
    bundle = BundleReader.of("cluster", cluster.entries());
    api = FakeApi.of(bundle).with(pods);
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
    bundle.close();
    cluster.close();
  }

  @Test
  void each_host_is_looked_at_and_no_pod_is_left() throws Exception {
    try (Draft draft = new Draft("k3s", NOW)) {
      collect(draft, "w1", "w2");

      assertThat(draft.text("nodes/w1/commands/hostname.txt")).isEqualTo("w1\n");
      assertThat(draft.text("nodes/w2/commands/hostname.txt")).isEqualTo("w2\n");
    }
    assertThat(pods.created()).hasSize(2);
    assertThat(pods.left()).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void pod_is_of_an_image_that_its_node_has() throws Exception {
    Access.Wanted wanted = new Access.Wanted(api.kubeconfig(folder).toString(), "", "", List.of());
    LookPod any = new LookPod("", "kube-system", 60);
    Map<String, String> images = Map.of("w1", "docker.io/rancher/library-busybox:1.32.1");
    try (Draft draft = new Draft("k3s", NOW);
        PodRun run =
            new PodRun(
                Access.find(wanted, Map.of()), any, images, Duration.ofSeconds(5), said::add)) {
      List<NodeTarget> targets = List.of(target("w1"), target("w2"));
      new NodeCollector(run, target -> "true", draft, name -> "", Clock.systemUTC())
          .collect(targets);

      assertThat(pods.images())
          .containsExactlyInAnyOrder(
              "docker.io/rancher/library-busybox:1.32.1", LookPod.USUAL_IMAGE);
      assertThat(run.announcement(targets))
          .contains("docker.io/rancher/library-busybox:1.32.1 or " + LookPod.USUAL_IMAGE);
    }
  }

  @Test
  void host_where_the_pod_does_not_start_is_a_gap() throws Exception {
    try (Draft draft = new Draft("k3s", NOW)) {
      collect(draft, "w1", FakePods.NO_IMAGE);

      assertThat(draft.has("nodes/w1/commands/hostname.txt")).isTrue();
      assertThat(manifest(draft)).contains("ErrImagePull: no such host");
    }
    assertThat(pods.left()).isEmpty();
  }

  @Test
  void what_a_pod_says_instead_is_told_once() throws Exception {
    try (Draft draft = new Draft("k3s", NOW)) {
      collect(draft, FakePods.KEEPS_OUT);

      assertThat(manifest(draft))
          .contains("nsenter: can't open '/proc/1/ns/ipc'")
          .doesNotContain("gave nothing");
    }
  }

  @Test
  void who_may_not_make_pods_is_told_which_role_is_needed() throws Exception {
    api.close();
    api = FakeApi.of(bundle).refusing("/api/v1/namespaces/kube-system/pods", 403);
    try (Draft draft = new Draft("k3s", NOW)) {
      collect(draft, "w1");

      assertThat(manifest(draft)).contains("kwhy rbac --nodes-pod");
    }
  }

  @Test
  void pod_is_one_that_kubernetes_knows_to_run_anywhere() throws Exception {
    String text = POD.manifest("kwhy-look", "w1", "echo $(date) $$ \"$HOME\"");

    Pod pod = Serialization.unmarshal(text, Pod.class);
    assertThat(new ObjectMapper().readTree(Serialization.asJson(pod)))
        .isEqualTo(new ObjectMapper().readTree(text));
    assertThat(pod.getSpec().getNodeName()).isEqualTo("w1");
    assertThat(pod.getSpec().getTolerations().get(0).getOperator()).isEqualTo("Exists");
    assertThat(pod.getSpec().getActiveDeadlineSeconds()).isEqualTo(60);
    Container look = pod.getSpec().getContainers().get(0);
    assertThat(look.getCommand()).containsSubsequence("nsenter", "--", "/bin/sh", "-c");
    assertThat(look.getEnv().get(0).getValue()).isEqualTo("echo $$(date) $$$$ \"$$HOME\"");
  }

  @Test
  void shell_runs_the_script_and_does_not_show_it_in_the_list_of_processes() throws Exception {
    Container look =
        Serialization.unmarshal(POD.manifest("x", "w1", ""), Pod.class)
            .getSpec()
            .getContainers()
            .get(0);
    int shell = look.getCommand().indexOf("/bin/sh");
    ProcessBuilder builder =
        new ProcessBuilder(look.getCommand().subList(shell, look.getCommand().size()));
    builder
        .environment()
        .put("KWHY_SCRIPT", "x='a  b'\necho \"$x\"; tr '\\0' ' ' </proc/$$/cmdline; env\n");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).startsWith("a  b\n/bin/sh -c script=").doesNotContain("cmdline");
  }

  @Test
  void kubectl_takes_the_pod() throws Exception {
    Installed.program("kubectl");
    try (ApiServer server = ApiServer.start(bundle, 0)) {
      Path kubeconfig = Files.writeString(folder.resolve("config"), server.kubeconfig());
      Path file = Files.writeString(folder.resolve("pod.json"), POD.manifest("x", "w1", "true"));
      Process process =
          new ProcessBuilder(
                  "kubectl",
                  "--kubeconfig",
                  kubeconfig.toString(),
                  "create",
                  "--dry-run=client",
                  "--validate=false",
                  "-o",
                  "name",
                  "-f",
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(output).isEqualTo("pod/x\n");
    }
  }

  @Test
  void interrupted_run_leaves_neither_pod_nor_file() throws Exception {
    Path output = Files.createDirectory(folder.resolve("out"));
    List<String> command =
        Program.command(
            "capture",
            "--nodes",
            "pod",
            "--kubeconfig",
            api.kubeconfig(folder).toString(),
            "-o",
            output.resolve("bundle.tgz").toString());
    Path errors = folder.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    for (int i = 0; i < 300 && pods.logs().isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertThat(pods.left()).as(Files.readString(errors)).hasSize(1);

    new ProcessBuilder("kill", interrupt(), Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(pods.left()).isEmpty();
    try (Stream<Path> files = Files.list(output)) {
      assertThat(files).isEmpty();
    }
    assertThat(Files.readString(errors))
        .contains("making a privileged pod of")
        .contains("they are deleted afterwards");
  }

  /** Ctrl-C; where a shell made its background jobs deaf to it, the programs of tests are too. */
  private static String interrupt() throws IOException {
    Path status = Path.of("/proc/self/status");
    boolean ignored =
        Files.exists(status)
            && Files.readAllLines(status, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> line.matches(".*[2367abef]"));
    return ignored ? "-TERM" : "-INT";
  }

  private void collect(Draft draft, String... nodes) throws Exception {
    Access.Wanted wanted = new Access.Wanted(api.kubeconfig(folder).toString(), "", "", List.of());
    Config config = Access.find(wanted, Map.of());
    try (PodRun run = new PodRun(config, POD, Map.of(), Duration.ofSeconds(5), said::add)) {
      new NodeCollector(run, target -> "true", draft, name -> "", Clock.systemUTC())
          .collect(Stream.of(nodes).map(PodRunTest::target).toList());
    }
  }

  private static NodeTarget target(String name) {
    return new NodeTarget(name, "agent", "", List.of("10.0.0.1"));
  }

  private static String manifest(Draft draft) throws IOException {
    draft.entries();
    return draft.text("bundle.json");
  }
}
