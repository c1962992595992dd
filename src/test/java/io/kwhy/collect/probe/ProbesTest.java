package io.kwhy.collect.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.Installed;
import io.kwhy.collect.node.NodeScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probes between hosts and from a pod, in network namespaces of the test's own. */
@Tag("slow")
@Order(1)
class ProbesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:49:46Z");

  /** What every host has, and the script needs. */
  private static final List<String> USUAL =
      List.of(
          "sh",
          "cat",
          "cut",
          "date",
          "dd",
          "grep",
          "head",
          "ls",
          "od",
          "readlink",
          "sed",
          "sleep",
          "sort",
          "tail",
          "timeout",
          "tr",
          "true",
          "wc",
          "id",
          "hostname",
          "nsenter");

  private static final String ADDRESS = "{\"type\":\"InternalIP\",\"address\":\"10.77.0.%d\"}";

  @TempDir private Path folder;

  @BeforeEach
  void namespaces_can_be_made() throws Exception {
    for (String program : List.of("unshare", "ip", "nsenter", "bash", "python3", "dnsmasq")) {
      Installed.program(program);
    }
    Process process = new ProcessBuilder("unshare", "-n", "true").start();
    assumeTrue(process.waitFor() == 0, "no right to make network namespaces");
  }

  /** Where they lead out of a temporary folder, JUnit warns of each that it deletes. */
  @AfterEach
  void links_are_deleted() throws IOException {
    Path bin = folder.resolve("bin");
    if (Files.isDirectory(bin)) {
      try (Stream<Path> links = Files.list(bin)) {
        for (Path link : links.toList()) {
          Files.delete(link);
        }
      }
    }
  }

  @Test
  void with_the_tools_of_a_usual_host() throws Exception {
    Installed.program("ping");
    Installed.program("dig");

    assertThat(probes(tools("bash", "ping", "dig"))).containsExactlyElementsOf(expected(true));
  }

  @Test
  void with_busybox_alone() throws Exception {
    String busybox = Installed.program("busybox");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("busybox"), Path.of(busybox));
    for (String name : USUAL) {
      Files.createSymbolicLink(bin.resolve(name), Path.of(busybox));
    }

    assertThat(probes(bin))
        .filteredOn(row -> !row.contains("df1450"))
        .containsExactlyElementsOf(
            expected(true).stream().filter(row -> !row.contains("df1450")).toList());
  }

  @Test
  void with_python_alone() throws Exception {
    assertThat(probes(tools("python3"))).containsExactlyElementsOf(expected(false));
  }

  @Test
  void with_bash_alone() throws Exception {
    assertThat(probes(tools("bash"))).containsExactlyElementsOf(expected(false));
  }

  /** Without ping there are no pings. */
  private static List<String> expected(boolean pings) {
    List<String> rows = new ArrayList<>();
    for (String from : List.of("node", "pod:kube-system/svclb-x")) {
      for (String row :
          List.of(
              "tcp-apiserver|10.77.0.1:6443|ok",
              "tcp-kubernetes-vip|10.43.0.1:443|ok",
              "ping-coredns|coredns@s1 10.42.0.2|ok",
              "dns-cluster|10.43.0.10 kubernetes.default.svc.cluster.local|ok",
              "dns-cluster|coredns@s1 10.42.0.2 kubernetes.default.svc.cluster.local|ok",
              "dns-external|10.43.0.10 example.com|nxdomain",
              "dns-external|coredns@s1 10.42.0.2 example.com|nxdomain",
              "ping-node|s1 10.77.0.1|ok",
              "ping-flannel|s1 10.42.0.0|ok",
              "ping-cni0|s1 10.42.0.1|timeout",
              "tcp-kubelet|s1 10.77.0.1:10250|refused",
              "ping-flannel-df1450|s1 10.42.0.0|ok")) {
        boolean largest = row.startsWith("ping-flannel-df");
        if ((pings || !row.startsWith("ping")) && !(largest && !from.equals("node"))) {
          rows.add(row + "|" + from);
        }
      }
    }
    return rows;
  }

  private Path tools(String... more) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    List<String> names = new ArrayList<>(USUAL);
    names.addAll(List.of(more));
    for (String name : names) {
      Files.createSymbolicLink(bin.resolve(name), real(name));
    }
    return bin;
  }

  /** A shim that chooses among versions of python would need more tools than there are. */
  private static Path real(String name) throws Exception {
    if (name.equals("python3")) {
      Process process =
          new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
      return Path.of(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }
    return Path.of(Installed.program(name)).toRealPath();
  }

  /** What the probes met, as {@code probe|target|result|from}. */
  private List<String> probes(Path tools) throws Exception {
    Path script = Files.writeString(folder.resolve("look.sh"), script());
    Path lab = folder.resolve("lab.sh");
    try (InputStream in = ProbesTest.class.getResourceAsStream("lab.sh")) {
      Files.write(lab, in.readAllBytes());
    }
    Path output = folder.resolve("w1.kwhy");
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(
                "unshare", "-n", "bash", lab.toString(), tools.toString(), script.toString())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(errors).hasContent("");
    try (Bundle bundle = BundleReader.read(List.of(output))) {
      Entry probes =
          bundle.entries().stream()
              .filter(entry -> entry.path().startsWith("probes/"))
              .findFirst()
              .orElseThrow(() -> new AssertionError(bundle.gaps().toString()));
      return new String(probes.open().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(row -> !row[0].equals("clock") && !row[0].equals("dns-upstream"))
          .map(row -> row[0] + "|" + row[1] + "|" + row[2] + "|" + row[5])
          .toList();
    }
  }

  /** With no other tools than it is given, and in no hurry. */
  private static String script() throws Exception {
    try (Draft draft = cluster()) {
      String probes = ProbeScript.text(ClusterEdges.of(draft), "w1", NOW);
      return new NodeScript(NodeScript.Passwords.FINGERPRINTS, 24, probes)
          .text()
          .replaceAll("(?m)^  (?:PATH|bundled|domain)=.*$", "")
          .replaceAll("(?m)^  (?:file|run|log_file) .*$", "")
          .replaceAll("(?m)^  (?:password_checks|k3s_log|kernel_log)$", "");
    }
  }

  private static Draft cluster() throws Exception {
    Draft draft = new Draft("k3s", NOW);
    draft.add(
        "cluster/nodes.json",
        list(
            "{\"metadata\":{\"name\":\"s1\",\"labels\":{\"node-role.kubernetes.io/control-plane\":\"true\"},\"annotations\":{\"flannel.alpha.coreos.com/backend-type\":\"vxlan\"}},\"spec\":{\"podCIDR\":\"10.42.0.0/24\"},\"status\":{\"addresses\":["
                + ADDRESS.formatted(1)
                + "]}}",
            "{\"metadata\":{\"name\":\"w1\"},\"spec\":{\"podCIDR\":\"10.42.1.0/24\"},\"status\":{\"addresses\":["
                + ADDRESS.formatted(2)
                + "]}}"));
    draft.add(
        "cluster/pods.json",
        list(
            pod("coredns-1", "s1", "10.42.0.2", "\"k8s-app\":\"kube-dns\""),
            pod("gone", "w1", "10.42.1.4", ""),
            pod("svclb-x", "w1", "10.42.1.5", "")));
    draft.add(
        "cluster/services.json",
        list(service("default", "kubernetes", 1), service("kube-system", "kube-dns", 10)));
    return draft;
  }

  private static String pod(String name, String node, String address, String label) {
    return "{\"metadata\":{\"name\":\"%s\",\"namespace\":\"kube-system\",\"labels\":{%s}},\"spec\":{\"nodeName\":\"%s\"},\"status\":{\"phase\":\"Running\",\"podIP\":\"%s\"}}"
        .formatted(name, label, node, address);
  }

  private static String service(String namespace, String name, int host) {
    return "{\"metadata\":{\"name\":\"%s\",\"namespace\":\"%s\"},\"spec\":{\"clusterIP\":\"10.43.0.%d\"}}"
        .formatted(name, namespace, host);
  }

  private static String list(String... items) {
    return "{\"kind\":\"List\",\"items\":[" + String.join(",", items) + "]}";
  }
}
