package io.kwhy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kwhy.Captures;
import io.kwhy.Program;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.FakeApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program, live: against a fake API, with an ssh that plays back what hosts said. */
@Tag("slow")
@Order(1)
class LiveProgramTest {
  private static final String CANARY = "cAnArY5e0a1b2c3d4e";

  /** Plays a stream back, and notes what all the machine's processes are called meanwhile. */
  private static final String SSH =
      """
      #!/bin/sh
      cat >/dev/null
      ps -e -ww -o args >>%1$s/ps.txt
      for word; do [ ! -f "%1$s/streams/$word" ] || exec cat "%1$s/streams/$word"; done
      echo "ssh: unknown host" >&2
      exit 255
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"v136-vxlan-input-drop-w2", "v136-combo-dns-zero-ipforward-crash"})
  void live_and_replay_print_the_same_bytes(String capture) throws Exception {
    Path file = Captures.dir().resolve(capture + ".tar.gz");
    assumeTrue(Files.exists(file), "no such capture");
    try (Bundle bundle = BundleReader.read(List.of(file));
        FakeApi api = FakeApi.of(bundle)) {
      streams(bundle);
      Path kept = folder.resolve("kept.tgz");

      Run live =
          run(
              List.of(),
              "diagnose",
              "--nodes",
              "ssh",
              "--kubeconfig",
              kubeconfig(api),
              "--keep",
              kept.toString());
      Invocation replay = Invocation.of("diagnose", kept.toString());

      assertThat(live.output()).isEqualTo(replay.out()).contains("cause");
      assertThat(live.code()).isEqualTo(replay.code()).isEqualTo(1);
      assertThat(Files.readString(folder.resolve("ps.txt"))).contains("StrictHostKeyChecking=yes");
    }
  }

  @Test
  void questions_are_answered_live_as_from_a_bundle() throws Exception {
    Path file = Captures.dir().resolve("v136-vxlan-input-drop-w2.tar.gz");
    assumeTrue(Files.exists(file), "no such capture");
    try (Bundle bundle = BundleReader.read(List.of(file));
        FakeApi api = FakeApi.of(bundle)) {
      streams(bundle);
      String kept = folder.resolve("kept.tgz").toString();
      List<String[]> questions =
          List.of(
              "path w1 s1:6443".split(" "),
              "resolve kubernetes.default --from node/w1".split(" "),
              "facts --type Node".split(" "));
      List<String> asked = new ArrayList<>();
      for (String[] question : questions) {
        asked.addAll(List.of(live(question, api)));
        asked.add(";");
      }
      asked.addAll(List.of(live(new String[] {"capture", "-o", kept}, api)));
      asked.add(";");

      String live = run(Program.of(Several.class.getName(), asked.toArray(String[]::new))).output();

      StringBuilder replayed = new StringBuilder();
      for (String[] question : questions) {
        Invocation replay = Invocation.of(with(question, kept));
        assertThat(replay.out()).contains("w1");
        replayed.append(replay.out()).append(Several.END).append(replay.code()).append('\n');
      }
      assertThat(live).isEqualTo(replayed + Several.END + "0\n");
    }
  }

  private String[] live(String[] command, FakeApi api) throws Exception {
    return with(command, "--nodes", "ssh", "--no-probes", "--kubeconfig", kubeconfig(api));
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void planted_secrets_are_nowhere_that_anybody_could_look() throws Exception {
    try (Draft draft = planted();
        Bundle bundle = BundleReader.of("planted", draft.entries());
        FakeApi api = FakeApi.of(bundle).with(LiveProgramTest::withSecrets)) {
      Path streams = Files.createDirectories(folder.resolve("streams"));
      Files.writeString(streams.resolve("10.0.0.1"), PLANTED_ON_HOST.replace("$", CANARY));
      Path kept = folder.resolve("kept.tgz");
      Path kubeconfig = Path.of(kubeconfig(api));
      Files.writeString(
          kubeconfig, Files.readString(kubeconfig).replace("token: t", "token: " + CANARY));

      Run live =
          run(
              List.of(),
              "diagnose",
              "-v",
              "--nodes",
              "ssh",
              "--kubeconfig",
              kubeconfig.toString(),
              "--keep",
              kept.toString());
      Invocation json = Invocation.of("diagnose", "-f", "json", kept.toString());

      assertThat(live.errors()).contains("looking at 1 host");
      assertThat(live.output() + live.errors() + json.out() + json.errors()).doesNotContain(CANARY);
      assertThat(Files.readString(folder.resolve("ps.txt")))
          .contains("io.kwhy.cli.Main")
          .doesNotContain(CANARY);
      Map<String, String> entries = entries(kept);
      assertThat(entries)
          .containsKeys("cluster/secrets.json", "nodes/w1/files/etc/rancher/k3s/config.yaml")
          .doesNotContainKey("nodes/w1/files/etc/rancher/node/password");
      assertThat(entries.entrySet())
          .noneMatch(entry -> entry.getKey().contains(CANARY) || entry.getValue().contains(CANARY));
    }
  }

  @Test
  void full_disk_is_told_and_leaves_nothing() throws Exception {
    Process tried = new ProcessBuilder("unshare", "-m", "true").start();
    assumeTrue(tried.waitFor() == 0, "no right to mount");
    Path small = Files.createDirectory(folder.resolve("small"));
    Path bundle = Path.of("facts-samples/token-wrong");

    Run run =
        run(
            List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o size=4k none "
                    + small
                    + " && \"$@\"; code=$?; ls -A "
                    + small
                    + "; exit $code",
                "sh"),
            "capture",
            bundle.toString(),
            "-o",
            small.resolve("b.tgz").toString());

    assertThat(run.errors())
        .contains("b.tgz: expected to write the bundle there, found: ")
        .contains("No space left on device");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.output()).isEmpty();
  }

  @Test
  void folder_that_is_not_there_is_told() {
    Invocation run =
        Invocation.of("capture", "facts-samples/token-wrong", "-o", folder + "/none/b.tgz");

    assertThat(run.errors()).contains("none/b.tgz: expected to write the bundle there, found: ");
    assertThat(run.code()).isEqualTo(3);
  }

  private static final String PLANTED_ON_HOST =
      """
      #kwhy-node 1
      =hostname	w1
      @files/etc/rancher/k3s/config.yaml
      |token: $
      |agent-token: K10c0ffee::server:$
      |datastore-endpoint: mysql://u:$@tcp(db:3306)/k3s
      @files/etc/rancher/node/password
      |$
      @files/etc/systemd/system/k3s.service.env
      |K3S_TOKEN=$
      |AWS_SECRET_ACCESS_KEY=$
      @files/etc/rancher/k3s/registries.yaml
      |configs:
      |  r:
      |    auth:
      |      password: $
      @commands/ps.txt
      |1 0 root k3s server --token $ --etcd-s3-secret-key=$
      @logs/k3s.log
      |Nov 23 05:48:53 w1 k3s[1]: level=error msg="Authorization: Bearer $" token=$
      |Nov 23 05:48:54 w1 k3s[1]: -----BEGIN RSA PRIVATE KEY-----
      |$
      |-----END RSA PRIVATE KEY-----
      @files/var/lib/rancher/k3s/server/manifests/mine.yaml
      |kind: Secret
      |stringData:
      |  user-data: $
      -commands/free.txt	free: exit 1 token=$
      !files/etc/hosts	password=$ is no reason
      #end
      """;

  private static Draft planted() throws Exception {
    Draft draft = new Draft("k3s", Instant.parse("2026-11-23T05:49:46Z"));
    draft.add(
        "cluster/nodes.json",
        "{\"kind\":\"List\",\"items\":[{\"kind\":\"Node\",\"metadata\":{\"name\":\"w1\"},\"status\":{\"addresses\":[{\"type\":\"InternalIP\",\"address\":\"10.0.0.1\"}]}}]}");
    draft.add("cluster/version.json", "{\"gitVersion\":\"v1.36.3+k3s1\"}");
    return draft;
  }

  /** An API server that answers with more than it was asked for, and complains with secrets. */
  private static boolean withSecrets(com.sun.net.httpserver.HttpExchange exchange)
      throws IOException {
    String body =
        switch (exchange.getRequestURI().getPath()) {
          case "/api/v1/secrets" ->
              "{'kind':'SecretList','apiVersion':'v1','items':[{'metadata':{'name':'w1.node-password.k3s','namespace':'kube-system'},'data':{'hash':'$'},'stringData':{'a':'$'}}]}";
          case "/api/v1/configmaps" ->
              "{'kind':'ConfigMapList','apiVersion':'v1','items':[{'metadata':{'name':'c','namespace':'d'},'data':{'db.yaml':'password: $'}}]}";
          case "/api/v1/pods" ->
              "{'kind':'PodList','apiVersion':'v1','items':[{'metadata':{'name':'p','namespace':'kube-system'},'spec':{'containers':[{'name':'c','env':[{'name':'DB_PASSWORD','value':'$'}],'args':['--token','$']}]},'status':{'phase':'Running','containerStatuses':[{'name':'c','ready':false,'restartCount':0,'state':{'running':{}}}]}}]}";
          case "/api/v1/namespaces/kube-system/pods/p/log" -> "login: password=$ token: $\n";
          default -> "";
        };
    if (exchange.getRequestURI().getPath().equals("/api/v1/events")) {
      FakeApi.answer(
          exchange,
          403,
          "{\"kind\":\"Status\",\"message\":\"forbidden: Bearer " + CANARY + "\",\"code\":403}");
      return true;
    }
    if (body.isEmpty()) {
      return false;
    }
    FakeApi.answer(exchange, 200, body.replace('\'', '"').replace("$", CANARY));
    return true;
  }

  /** What each host would print, as its entries in a bundle have it; named by its address. */
  private void streams(Bundle bundle) throws IOException {
    Path streams = Files.createDirectories(folder.resolve("streams"));
    for (String host : bundle.manifest().nodes().keySet()) {
      StringBuilder stream = new StringBuilder("#kwhy-node 1\n=hostname\t" + host + "\n");
      for (Entry entry : bundle.entries()) {
        String prefix = "nodes/" + host + "/";
        boolean probes = entry.path().equals("probes/" + host + ".tsv");
        if (probes || entry.path().startsWith(prefix)) {
          stream.append("@");
          stream.append(probes ? "probes.tsv" : entry.path().substring(prefix.length()));
          text(entry).lines().forEach(line -> stream.append("\n|").append(line));
          stream.append('\n');
        }
      }
      String address = bundle.manifest().nodes().get(host).addresses().get(0);
      Files.writeString(streams.resolve(address), stream + "#end\n");
    }
  }

  private static String text(Entry entry) throws IOException {
    return new String(entry.open().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> entries(Path file) throws Exception {
    Map<String, String> entries = new TreeMap<>();
    try (Bundle bundle = BundleReader.read(List.of(file))) {
      for (Entry entry : bundle.entries()) {
        entries.put(entry.path(), text(entry));
      }
    }
    return entries;
  }

  private String kubeconfig(FakeApi api) throws IOException {
    return api.kubeconfig(folder).toString();
  }

  private record Run(int code, String output, String errors) {}

  private Run run(List<String> within, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(within);
    command.addAll(Program.command(arguments));
    return run(command);
  }

  private Run run(List<String> command) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path ssh = Files.writeString(bin.resolve("ssh"), SSH.formatted(folder));
    assertThat(ssh.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    builder.environment().put("HOME", folder.toString());
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(output), Files.readString(errors));
  }
}
