package io.kwhy.collect.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.bundle.redaction.PasswordFingerprint;
import io.kwhy.collect.probe.ClusterEdges;
import io.kwhy.collect.probe.ProbeScript;
import java.io.File;
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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script under the shells that hosts have, with tools and files of the test's own. */
@Tag("slow")
@Order(1)
class NodeScriptTest {
  private static final String CANARY = "cAnArY1f7c";
  private static final String PASSWORD = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;
  private String gaps = "";

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
  void what_it_prints_is_a_part_of_a_bundle(String shell) throws Exception {
    tool("hostname", "echo w1");
    tool("iptables-save", "printf '*filter\\nCOMMIT\\n'");
    tool("free", "exec sleep 30");
    tool("df", "echo half; exit 3");
    tool("ip", "case $1 in -j) exit 1;; *) echo '1: lo: <UP>';; esac");
    tool(
        "journalctl",
        "echo '@files/etc/evil'; echo 'Nov 23 05:48:53 w1 k3s[1]: token="
            + CANARY
            + " K10c0ffee::server:"
            + CANARY
            + "'; printf 'no end'");
    host(
        "etc/rancher/k3s/config.yaml",
        "token: " + CANARY + "\nnode-ip: 10.0.0.2\n\ntoken: K10c0ffee::server:" + CANARY);
    host("etc/rancher/node/password", PASSWORD);
    host("var/lib/rancher/k3s/server/cred/node-passwd", PASSWORD + ",w1,w1,\n");

    Map<String, String> entries = entries(run(shell, NodeScript.Passwords.FINGERPRINTS));

    assertThat(entries).containsEntry("nodes/w1/commands/hostname.txt", "w1\n");
    assertThat(entries).containsEntry("nodes/w1/commands/iptables-save.txt", "*filter\nCOMMIT\n");
    assertThat(entries)
        .doesNotContainKeys("nodes/w1/commands/free.txt", "nodes/w1/commands/df.txt");
    assertThat(entries).doesNotContainKey("nodes/w1/commands/ip-addr.json");
    assertThat(entries).containsEntry("nodes/w1/commands/ip-addr.txt", "1: lo: <UP>\n");
    assertThat(entries.get("nodes/w1/logs/k3s.log"))
        .startsWith("@files/etc/evil\n")
        .endsWith("no end\n");
    assertThat(entries.get("nodes/w1/files/etc/rancher/k3s/config.yaml"))
        .isEqualTo("token: <redacted>\nnode-ip: 10.0.0.2\n\ntoken: K10c0ffee::server:<redacted>\n");
    assertThat(entries.get("nodes/w1/checks/node-password.json"))
        .isEqualTo(
            "{\"fingerprint\":\"3d2f6f9f\",\"records\":[{\"name\":\"w1\",\"store\":\"/var/lib/rancher/k3s/server/cred/node-passwd\",\"fingerprint\":\"3d2f6f9f\"}]}\n"
                .replace("3d2f6f9f", PasswordFingerprint.of(PASSWORD)));
    assertThat(entries.values())
        .noneMatch(text -> text.contains(CANARY) || text.contains(PASSWORD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
  void what_comes_after_a_key_is_kept(String shell) throws Exception {
    tool("hostname", "echo w1");
    tool("free", "exit 1");
    assumeTrue(installed("ps"), "ps is not installed");
    // The script's own processes are among those that it lists.
    tool(
        "ps",
        "sleep 0.3; /bin/ps -e -ww -o pid,args | grep -e PID -e '[0-9] sed -e s'; echo '4194304 last'");
    String key =
        "-----BEGIN RSA PRIVATE KEY-----%1$s" + CANARY + "%1$s-----END RSA PRIVATE KEY-----";
    host(
        "etc/rancher/k3s/config.yaml",
        "a: \"" + key.formatted("\\n") + "\"\nb: 1\n" + key.formatted("\n") + "\nc: 2\n");

    Map<String, String> entries = entries(run(shell, NodeScript.Passwords.FINGERPRINTS));

    assertThat(entries.get("nodes/w1/commands/ps.txt"))
        .contains("sed -e")
        .doesNotContain("\n<redacted>\n")
        .endsWith("4194304 last\n");
    assertThat(entries.get("nodes/w1/files/etc/rancher/k3s/config.yaml"))
        .contains("b: 1\n", "c: 2\n")
        .doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash --posix", "dash, tools of busybox", "busybox sh"})
  void no_secret_is_in_the_file_that_it_leaves(String shell) throws Exception {
    tool("hostname", "echo w1");
    tool("free", "exit 1");
    tool(
        "sysctl",
        "[ $1 = -a ] || exit 1; echo 'net.ipv4.tcp_fastopen_key = cAnArY1f7c-0'; echo 'net.ipv6.conf.eth0.stable_secret = cAnArY1f7c::1'; echo 'net.ipv4.ip_forward = 1'");
    tool(
        "journalctl",
        "echo 'k3s[1]: --token is required'; echo 'k3s[1]: dial postgres://k3s:a/cAnArY1f7c@db/k3s'; echo '{\"password\":\"cAnArY1f7c\"}'");
    if (shell.contains("busybox")) {
      assumeTrue(installed("busybox"), "busybox is not installed");
      for (String name : List.of("sed", "grep", "dd", "tail", "tr", "cut", "head")) {
        tool(name, "exec busybox " + name + " \"$@\"");
      }
    }
    host("etc/rancher/k3s/config.yaml", settings());
    String unit =
        """
        ExecStart=/usr/local/bin/k3s \\
            agent \\
        \t'--token' \\
        \t'%1$s' \\
        \t'--node-ip' \\
        \t'10.0.0.2' \\
        \t'-t' \\
        \t'%1$s'
        Environment="K3S_TOKEN=two %1$s"
        ExecStart=/usr/local/bin/k3s agent --token '%1$s %1$s' --agent-token %1$s -t %1$s --debug
        """;
    host("etc/systemd/system/k3s.service", unit.replace("%1$s", CANARY));
    host(
        "etc/systemd/system/k3s.service.env",
        "K3S_TOKEN='Kcanary"
            + CANARY
            + "'\nK3S_DATASTORE_ENDPOINT=postgres://k3s:a@/"
            + CANARY
            + "@db\nSMTP_PASS="
            + CANARY
            + "\nK3S_URL=https://s1:6443\n");
    String manifests = "var/lib/rancher/k3s/server/manifests/";
    host(
        manifests + "usual.yaml",
        "kind: Secret\nmetadata:\n  name: tls\ndata:\n  tls.key: cAnArY1f7c\n  a: |\n    cAnArY1f7c\n\n    b: cAnArY1f7c\ntype: Opaque\n---\nkind: Service\n");
    host(manifests + "json.yaml", "{\"kind\":\"Secret\",\"data\":{\"a\":\"cAnArY1f7c\"}}\n");
    host(manifests + "other.yaml", "kind: ConfigMap\ndata:\n  a: b\n");

    Path output = run(shell.replaceAll(",.*", ""), NodeScript.Passwords.FINGERPRINTS);

    assertThat(Files.readString(output)).doesNotContain(CANARY);
    Map<String, String> entries = entries(output);
    assertThat(entries.get("nodes/w1/commands/sysctl.txt"))
        .contains("tcp_fastopen_key = <redacted>\n", "ip_forward = 1\n");
    assertThat(entries.get("nodes/w1/logs/k3s.log"))
        .contains("--token is required", "postgres://k3s:<redacted>@db/k3s");
    assertThat(entries.get("nodes/w1/files/etc/rancher/k3s/config.yaml"))
        .contains(
            "mysql://k3s:<redacted>@tcp(10.0.0.1:3306)/k3s\"\n",
            "node-ip: 10.0.0.2\n",
            "K10c0ffee::server:<redacted>\n",
            "\nserver: https://s1:6443\n",
            "\nauto: {tokens: false}\n");
    assertThat(entries.get("nodes/w1/files/etc/systemd/system/k3s.service"))
        .contains("'--token'", "'10.0.0.2' \\\n", " --debug\n");
    assertThat(entries.get("nodes/w1/files/etc/systemd/system/k3s.service.env"))
        .contains("K3S_TOKEN='<redacted>'\n", "@db\n", "K3S_URL=https://s1:6443\n");
    String kept = "nodes/w1/files/" + manifests;
    assertThat(entries.get(kept + "usual.yaml"))
        .contains("  name: tls\n", "type: Opaque\n", "kind: Service\n");
    assertThat(entries).doesNotContainKey(kept + "json.yaml");
    assertThat(gaps).contains("json.yaml", "in a form that is not looked into");
    assertThat(entries.get(kept + "other.yaml")).isEqualTo("kind: ConfigMap\ndata:\n  a: b\n");
  }

  private static String settings() {
    return """
        datastore-endpoint: "mysql://k3s:%1$s@tcp(10.0.0.1:3306)/k3s"
        vpn-auth: "name=tailscale,joinKey=%1$s"
        node-ip: 10.0.0.2
        token: Kitten%1$s
        # agent-token: %1$s
        token: K10c0ffee::server:%1$s
        etcd-s3-secret-key: |
          %1$s
            %1$s

          %1$s
        password: >-
          %1$s
        server: https://s1:6443
        proxy: {user: me, password: '%1$s', url: "http://me:%1$s@proxy"}
        auto: {tokens: false}
        """
        .replace("%1$s", CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
  void what_k3s_keeps_elsewhere_is_found(String shell) throws Exception {
    tool("hostname", "echo w1");
    tool("free", "exit 1");
    String srv = folder.resolve("host/srv").toString();
    host(
        "etc/systemd/system/k3s.service",
        "ExecStart=/usr/local/bin/k3s \\\n    server \\\n\t'--config' \\\n\t'"
            + srv
            + "/k3s.yaml'\n");
    host("srv/k3s.yaml", "data-dir: \"" + srv + "/state/\" # mine\ntoken: " + CANARY + "\n");
    host("srv/k3s.yaml.d/a.yaml", "debug: true\n");
    host("srv/state/server/tls/server-ca.crt", "ca\n");
    host("srv/state/agent/etc/flannel/net-conf.json", "{}\n");
    host("srv/state/server/cred/node-passwd", PASSWORD + ",w1,w1,\n");
    host("srv/state/agent/containerd/containerd.log", "level=info\n");
    tool("../host/srv/state/data/current/bin/k3s", "echo k3s version v1.36.3+k3s1");

    Path output = run(shell, NodeScript.Passwords.FINGERPRINTS);
    assertThat(Files.readString(output)).contains("=role\tserver").doesNotContain(CANARY);
    Map<String, String> entries = entries(output);

    String usual = "nodes/w1/files/var/lib/rancher/k3s/";
    assertThat(entries)
        .containsEntry(usual + "server/tls/server-ca.crt", "ca\n")
        .containsEntry(usual + "agent/etc/flannel/net-conf.json", "{}\n")
        .containsEntry("nodes/w1/logs/containerd.log", "level=info\n")
        .containsEntry("nodes/w1/commands/k3s-version.txt", "k3s version v1.36.3+k3s1\n")
        .containsKey("nodes/w1/checks/node-password.json")
        .containsKeys("nodes/w1/files/srv/k3s.yaml", "nodes/w1/files/srv/k3s.yaml.d/a.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
  void place_that_is_no_plain_path_is_told(String shell) throws Exception {
    tool("hostname", "echo w1");
    tool("free", "exit 1");
    host("etc/rancher/k3s/config.yaml", "data-dir: /srv/$(touch${IFS}x)\n");
    host("var/lib/rancher/k3s/server/tls/server-ca.crt", "ca\n");

    Map<String, String> entries = entries(run(shell, NodeScript.Passwords.FINGERPRINTS));

    assertThat(entries).containsKey("nodes/w1/files/var/lib/rancher/k3s/server/tls/server-ca.crt");
    assertThat(gaps).contains("data-dir is not a plain path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
  void peers_that_do_not_answer_are_waited_for_together(String shell) throws Exception {
    lonely();

    Map<String, String> entries = entries(run(shell, probes(60)));

    // One after the other they would take 18 s.
    assertThat(entries.get("probes/w1.tsv").lines().filter(row -> row.startsWith("ping-node")))
        .hasSize(18)
        .allMatch(row -> row.contains("timeout"));
    assertThat(gaps).doesNotContain("not all was asked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
  void probes_that_there_was_no_time_for_are_told(String shell) throws Exception {
    lonely();

    entries(run(shell, probes(0)));

    assertThat(gaps).contains("probes/w1.tsv", "not all was asked");
  }

  private void lonely() throws IOException {
    tool("hostname", "echo w1");
    tool("free", "exit 1");
    tool("ping", "sleep 0.9; echo '1 packets transmitted, 0 received, 100% packet loss'; exit 1");
  }

  private static String probes(int seconds) throws IOException {
    StringBuilder nodes = new StringBuilder("{\"items\":[");
    for (int i = 1; i < 20; i++) {
      nodes
          .append(i == 1 ? "" : ",")
          .append("{\"metadata\":{\"name\":\"w")
          .append(i)
          .append("\"},\"status\":{\"addresses\":[{\"type\":\"InternalIP\",\"address\":\"127.0.0.")
          .append(i)
          .append("\"}]}}");
    }
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      draft.add("cluster/nodes.json", nodes + "]}");
      return ProbeScript.text(ClusterEdges.of(draft), "w1", Instant.EPOCH)
          .replace("probes_seconds=60", "probes_seconds=" + seconds);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
  void without_timeout_a_command_that_hangs_is_ended_too(String shell) throws Exception {
    tool("hostname", "echo w1");
    tool("free", "exec sleep 30");
    tool("timeout", "exit 1");

    long start = System.nanoTime();
    Map<String, String> entries = entries(run(shell, NodeScript.Passwords.FINGERPRINTS));

    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(20);
    assertThat(entries).containsEntry("nodes/w1/commands/hostname.txt", "w1\n");
    assertThat(entries).doesNotContainKey("nodes/w1/commands/free.txt");
  }

  @Test
  void the_bridge_that_k3s_brings_is_a_plugin_and_lists_no_entries() throws Exception {
    String plugins = "../host/var/lib/rancher/k3s/data/current/bin/";
    tool(plugins + "bridge", "echo CNI bridge plugin v1.9.1 >&2");
    tool(plugins + "free", "exit 1");
    Path first = folder.resolve("host/var/lib/rancher/k3s/data/current/bin");

    NodeScript look = new NodeScript(NodeScript.Passwords.FINGERPRINTS, 24, "", 1);
    Map<String, String> entries = entries(run("sh", look, first));

    assertThat(entries.keySet()).noneMatch(entry -> entry.contains("bridge-fdb"));
    assertThat(gaps).contains("bridge: not found");
  }

  private Map<String, String> entries(Path output) throws Exception {
    Map<String, String> entries = new TreeMap<>();
    try (Bundle bundle = BundleReader.read(List.of(output))) {
      for (Entry entry : bundle.entries()) {
        entries.put(entry.path(), new String(entry.open().readAllBytes(), StandardCharsets.UTF_8));
      }
      gaps = bundle.gaps().toString();
      assertThat(gaps).contains("free.txt").doesNotContain("broke off");
    }
    return entries;
  }

  private Path run(String shell, NodeScript.Passwords passwords) throws Exception {
    return run(shell, new NodeScript(passwords, 24, "", 1));
  }

  private Path run(String shell, String probes) throws Exception {
    return run(shell, new NodeScript(NodeScript.Passwords.FINGERPRINTS, 24, probes, 1));
  }

  private Path run(String shell, NodeScript look) throws Exception {
    return run(shell, look, folder.resolve("bin"));
  }

  /**
   * @param tools where a command is looked for first
   */
  private Path run(String shell, NodeScript look, Path tools) throws Exception {
    List<String> command = new ArrayList<>(List.of(shell.split(" ", -1)));
    assumeTrue(installed(command.get(0)), command.get(0) + " is not installed");
    assumeTrue(takesTools(command), shell + " takes tools of its own before those of a test");
    String host = folder.resolve("host").toString();
    // A host of the test's own: all absolute paths of evidence lie below a folder.
    String script =
        look.text()
            // Beside other tests, one that gives way to all never ends.
            .replace("renice 5", "renice 0")
            .replaceAll("(?<=[ ='])/(etc|var|run)/", host + "/$1/")
            .replace("printf '%s' \"$1\" ;;", "printf '%s' \"${1#" + host + "}\" ;;")
            .replace("\"$name\" \"$path\"", "\"$name\" \"${path#" + host + "}\"");
    Path output = folder.resolve("w1.kwhy");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.command().add("-s");
    Path source = Files.writeString(folder.resolve("look.sh"), script);
    builder.redirectInput(source.toFile()).redirectOutput(output.toFile());
    builder.redirectError(folder.resolve("errors").toFile());
    builder.environment().put("PATH", tools + ":/usr/sbin:/usr/bin:/sbin:/bin");
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("errors")).hasContent("");
    return output;
  }

  /**
   * Some builds of busybox take their own {@code hostname} and the like, whatever the path says.
   */
  private boolean takesTools(List<String> shell) throws Exception {
    tool("uptime", "exit 7");
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(shell));
    builder.command().addAll(List.of("-c", "uptime >/dev/null"));
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    return builder.start().waitFor() == 7;
  }

  private static boolean installed(String program) {
    for (String directory : System.getenv("PATH").split(":", -1)) {
      if (new File(directory, program).canExecute()) {
        return true;
      }
    }
    return false;
  }

  private void host(String path, String content) throws IOException {
    Path file = folder.resolve("host").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void tool(String name, String body) throws IOException {
    Path file = folder.resolve("bin").resolve(name).normalize();
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
