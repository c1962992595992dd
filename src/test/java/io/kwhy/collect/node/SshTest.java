package io.kwhy.collect.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.collect.Installed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real ssh and a real sshd on loopback, with keys and configuration of the test's own. */
@Tag("slow")
class SshTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:49:46Z");
  private static final String SCRIPT =
      """
      printf '#kwhy-node 1\\n=hostname\\tw1\\n=time\\t2026-11-23T05:51:46Z\\n=until\\t2026-11-23T05:51:50Z\\n@commands/hostname.txt\\n|w1\\n@files/etc/rancher/node/password\\n|0123abcd\\n#end\\n'
      """;

  @TempDir private Path folder;
  private Process server;
  private int port;

  @BeforeEach
  void start() throws Exception {
    String sshd = Installed.program("sshd");
    Installed.program("ssh");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("host").toString());
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("mine").toString());
    Files.copy(folder.resolve("mine.pub"), folder.resolve("authorized"));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path config =
        Files.writeString(
            folder.resolve("sshd_config"),
            """
            ListenAddress 127.0.0.1:%d
            HostKey %s
            AuthorizedKeysFile %s
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            SetEnv PATH=%s:/usr/bin:/bin
            """
                .formatted(port, folder.resolve("host"), folder.resolve("authorized"), folder));
    // Debian's sshd wants this folder, and systemd makes it there.
    if (Files.isWritable(Path.of("/run"))) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    server =
        new ProcessBuilder(sshd, "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    await();
    String key = Files.readString(folder.resolve("host.pub"));
    Files.writeString(folder.resolve("known"), "[127.0.0.1]:" + port + " " + key);
    Files.writeString(
        folder.resolve("ssh_config"),
        """
        Host w1 127.0.0.1
          HostName 127.0.0.1
          Port %d
          IdentityFile %s
          IdentitiesOnly yes
          UserKnownHostsFile %s
        Host refused
          HostName 127.0.0.1
          Port 1
        """
            .formatted(port, folder.resolve("mine"), folder.resolve("known")));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (server != null) {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void host_is_looked_at_and_one_that_refuses_is_a_gap() throws Exception {
    try (Draft draft = new Draft("k3s", NOW)) {
      collect(draft, "127.0.0.1", "refused");

      assertThat(text(draft, "nodes/127.0.0.1/commands/hostname.txt")).isEqualTo("w1\n");
      assertThat(text(draft, "nodes/127.0.0.1/checks/node-password.json"))
          .contains("\"fingerprint\"")
          .doesNotContain("0123abcd");
      assertThat(text(draft, "bundle.json"))
          .contains("Connection refused")
          .contains("\"collected\" : false")
          .contains("\"collected\" : true")
          .contains("\"collectedAt\" : \"2026-11-23T05:51:50Z\"")
          .contains("\"skewSeconds\" : 120");
    }
  }

  @Test
  void host_with_another_key_is_not_logged_in_to() throws Exception {
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("other").toString());
    Files.writeString(
        folder.resolve("known"),
        "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("other.pub")));

    try (Draft draft = new Draft("k3s", NOW)) {
      collect(draft, "127.0.0.1");

      assertThat(text(draft, "bundle.json"))
          .contains("Host key verification failed")
          .contains("\"collected\" : false");
    }
  }

  @Test
  void host_to_jump_over_says_why_it_was_not_passed() throws Exception {
    Files.writeString(
        folder.resolve("ssh_config"),
        "Host behind\n  HostName 127.0.0.2\n  ProxyJump w1\n",
        StandardOpenOption.APPEND);
    Files.writeString(folder.resolve("known"), "");

    try (Draft draft = new Draft("k3s", NOW)) {
      collect(draft, "behind");

      assertThat(text(draft, "bundle.json"))
          .contains("Host key verification failed")
          .doesNotContain("UNKNOWN");
    }
  }

  @Test
  void sudo_runs_the_script_and_is_told_not_to_ask() throws Exception {
    Path sudo =
        Files.writeString(
            folder.resolve("sudo"),
            "#!/bin/sh\n[ \"$1\" = -n ] || exit 1\nshift\nKWHY_TEST=root exec \"$@\"\n");
    assertThat(sudo.toFile().setExecutable(true)).isTrue();
    String script = SCRIPT.replace("|w1", "|$KWHY_TEST").replace('\'', '"');

    try (Draft draft = new Draft("k3s", NOW)) {
      collect(draft, NodeShell.ssh(options(), "", true), script, "127.0.0.1");

      assertThat(text(draft, "nodes/127.0.0.1/commands/hostname.txt")).isEqualTo("root\n");
    }
  }

  @Test
  void sudo_that_would_ask_is_a_gap() throws Exception {
    Path sudo =
        Files.writeString(
            folder.resolve("sudo"), "#!/bin/sh\necho 'sudo: a password is required' >&2\nexit 1\n");
    assertThat(sudo.toFile().setExecutable(true)).isTrue();

    try (Draft draft = new Draft("k3s", NOW)) {
      collect(draft, NodeShell.ssh(options(), "", true), SCRIPT, "127.0.0.1");

      assertThat(text(draft, "bundle.json")).contains("sudo: a password is required");
    }
  }

  @Test
  void host_that_does_not_end_is_given_up() throws Exception {
    try (Draft draft = new Draft("k3s", NOW)) {
      NodeShell shell = NodeShell.ssh(options(), "", false);
      NodeCollector collector =
          new NodeCollector(
              new ShellRun(shell, Duration.ofSeconds(2)),
              target -> "sleep 60\n",
              draft,
              name -> "",
              Clock.fixed(NOW, ZoneOffset.UTC));
      long start = System.nanoTime();

      collector.collect(List.of(target("127.0.0.1")));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      assertThat(text(draft, "bundle.json")).contains("no end after 2 s");
    }
  }

  private void collect(Draft draft, String... hosts) throws IOException {
    collect(draft, NodeShell.ssh(options(), "", false), SCRIPT, hosts);
  }

  private static void collect(Draft draft, NodeShell shell, String script, String... hosts)
      throws IOException {
    new NodeCollector(
            new ShellRun(shell, Duration.ofSeconds(30)),
            target -> script,
            draft,
            name -> "",
            Clock.fixed(NOW, ZoneOffset.UTC))
        .collect(List.of(hosts).stream().map(SshTest::target).toList());
  }

  private static NodeTarget target(String name) {
    return new NodeTarget(name, "agent", "", List.of(name));
  }

  private List<String> options() {
    return List.of("-F", folder.resolve("ssh_config").toString());
  }

  private void await() throws Exception {
    for (int attempt = 0; attempt < 100; attempt++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        assertThat(server.isAlive()).as(Files.readString(folder.resolve("sshd.log"))).isTrue();
        Thread.sleep(50);
      }
    }
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private static String text(Draft draft, String path) throws IOException {
    for (Entry entry : draft.entries()) {
      if (entry.path().equals(path)) {
        return new String(entry.open().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return "";
  }
}
