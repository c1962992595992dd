package io.kwhy.bundle.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import io.kwhy.bundle.reading.BundleReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:49:46Z");
  private static final String CANARY = "cAnArY-1f7c";

  /** A secret in every place that evidence has for one. */
  private static final Map<String, String> PLANTED =
      Map.ofEntries(
          Map.entry(
              "nodes/w1/files/var/lib/rancher/k3s/agent/client-kubelet.crt",
              "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN EC PRIVATE KEY-----\n$\n-----END EC PRIVATE KEY-----\n"),
          Map.entry("nodes/w1/files/etc/rancher/k3s/config.yaml", "token: $\nagent-token: \"$\"\n"),
          Map.entry(
              "nodes/w1/files/etc/systemd/system/k3s-agent.service",
              "ExecStart=/usr/local/bin/k3s agent '--token' '$' -t $ --etcd-s3-secret-key=$ \\\n\t'--token' \\\n\t'$' \\\n\t'--vpn-auth=name=tailscale,joinKey=$'\n"),
          Map.entry(
              "nodes/w1/files/etc/systemd/system/k3s-agent.service.env",
              "K3S_TOKEN='K10c0ffee::server:$'\nHTTP_PROXY=http://u:$@p:1\n"),
          Map.entry(
              "nodes/w1/files/etc/rancher/k3s/registries.yaml",
              "configs:\n  r:\n    auth:\n      username: u\n      password: $\n      auth: $\n"),
          Map.entry(
              "nodes/w1/files/var/lib/rancher/k3s/server/manifests/mine.yaml",
              "stringData:\n  anything: $\nkind: Secret\n---\nkind: ConfigMap\n"),
          Map.entry(
              "nodes/w1/files/var/lib/rancher/k3s/server/manifests/list.yaml",
              "kind: List\nitems:\n- kind: Secret\n  data:\n    a: $\n---\nkind: Secret # mine\nstringData:\n# was\n  a: |\n    $: b\n"),
          Map.entry(
              "nodes/w1/files/var/lib/rancher/k3s/server/manifests/json.yaml",
              "{\"kind\":\"Secret\",\"data\":{\"tls.key\":\"$\"}}\n"),
          Map.entry(
              "nodes/w1/commands/sysctl.txt",
              "net.ipv4.tcp_fastopen_key = $\nnet.ipv6.conf.all.stable_secret = $\n"),
          Map.entry("nodes/w1/files/etc/rancher/k3s/k3s-agent.env", "K3S_TOKEN=$\n"),
          Map.entry("nodes/w1/files/etc/cni/net.d/calico-kubeconfig", "    token: $\n"),
          Map.entry("nodes/w1/commands/ps.txt", "  PID COMMAND\n 1 k3s agent --token $\n"),
          Map.entry(
              "nodes/w1/logs/k3s.log",
              """
              x datastore postgres://u:$@h/d
              y Authorization: Bearer $
              -----BEGIN PRIVATE KEY-----
              $
              -----END PRIVATE KEY-----
              -----BEGIN CERTIFICATE-----
              -----END CERTIFICATE----------BEGIN PRIVATE KEY-----
              $
              -----END PRIVATE KEY----------BEGIN EC PRIVATE KEY-----
              $
              -----END EC PRIVATE KEY-----
              """),
          Map.entry("logs/d/p/c.log", "{\"password\":\"$\"}\nlogin token=$\n"),
          Map.entry(
              "cluster/secrets.json",
              "{\"kind\":\"SecretList\",\"apiVersion\":\"v1\",\"items\":[{\"metadata\":{\"name\":\"a\",\"annotations\":"
                  + "{\"kubectl.kubernetes.io/last-applied-configuration\":\"$\",\"x\":\"$\"}},\"data\":{\"x\":\"$\"},\"stringData\":{\"y\":\"$\"}}]}"),
          Map.entry(
              "cluster/pods.json",
              "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"items\":[{\"metadata\":{\"name\":\"a\"},\"spec\":{\"containers\":[{\"args\":[\"--token\",\"$\",\"--password=$\"],"
                  + "\"env\":[{\"name\":\"DB_PASSWORD\",\"value\":\"$\"},{\"name\":\"URL\",\"value\":\"amqp://u:$@h\"}]}]}}]}"),
          Map.entry(
              "cluster/configmaps.json",
              "{\"items\":[{\"metadata\":{\"name\":\"a\"},\"data\":{\"password\":\"$\",\"app.yaml\":\"db:\\n  password: $\\n\",\"key.pem\":\"-----BEGIN RSA PRIVATE KEY-----\\n$\\n-----END RSA PRIVATE KEY-----\\n\"}}]}"));

  @TempDir private Path folder;

  @Test
  void planted_secrets_are_nowhere_in_the_bundle() throws IOException {
    try (Draft draft = new Draft("k3s", NOW)) {
      for (Map.Entry<String, String> planted : PLANTED.entrySet()) {
        draft.add(planted.getKey(), planted.getValue().replace("$", CANARY));
      }
      draft.gap("cluster", "GET https://u:" + CANARY + "@h: refused");

      for (Entry entry : draft.entries()) {
        assertThat(text(entry)).as(entry.path()).doesNotContain(CANARY);
      }
    }
  }

  @Test
  void certificate_alone_is_kept_as_it_is() throws IOException {
    String path = "nodes/s1/files/var/lib/rancher/k3s/server/tls/server-ca.crt";
    byte[] binary = {0x30, (byte) 0x82, 0, '\n', (byte) 0xff, '\r', '\n'};
    try (Draft draft = new Draft("k3s", NOW)) {
      draft.add(path, new ByteArrayInputStream(binary));

      assertThat(draft.open(path).readAllBytes()).isEqualTo(binary);
    }
  }

  @Test
  void what_must_not_be_kept_is_refused() throws IOException {
    try (Draft draft = new Draft("k3s", NOW)) {
      assertThatThrownBy(() -> draft.add("nodes/w1/files/etc/rancher/node/password", CANARY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(CANARY);
    }
  }

  @Test
  void same_entries_in_another_order_give_the_same_bytes() throws Exception {
    byte[] one = written(List.of("a.txt", "logs/n/p/c.log"), "one.tgz");
    byte[] other = written(List.of("logs/n/p/c.log", "a.txt"), "other.tgz");

    assertThat(one).isEqualTo(other);
    try (Bundle bundle = BundleReader.read(List.of(folder.resolve("one.tgz")))) {
      assertThat(bundle.entries().stream().map(Entry::path))
          .containsExactly("a.txt", "bundle.json", "logs/n/p/c.log");
      assertThat(bundle.manifest().collectedAt()).isEqualTo(NOW);
    }
  }

  @Test
  void bundle_at_hand_is_the_one_on_disk() throws Exception {
    try (Draft draft = new Draft("k3s", NOW)) {
      draft.host("w1", "agent", "w1", List.of("10.0.0.1"), true);
      draft.gap("nodes/w1/logs/k3s.log", "permission denied");
      draft.add("nodes/w1/files/etc/hostname", "w1");
      Path file = folder.resolve("b.tgz");
      BundleWriter.write(draft.entries(), "b", NOW, file);

      try (Bundle live = BundleReader.of("b", draft.entries());
          Bundle replayed = BundleReader.read(List.of(file))) {
        assertThat(live.manifest()).isEqualTo(replayed.manifest());
        assertThat(live.gaps()).isEqualTo(replayed.gaps());
        assertThat(live.entries().stream().map(Entry::path))
            .containsExactlyElementsOf(replayed.entries().stream().map(Entry::path).toList());
      }
    }
  }

  @Test
  void pages_become_one_list_whose_objects_say_their_kind() throws IOException {
    try (Draft draft = new Draft("k3s", NOW)) {
      try (ListWriter list = draft.list(Source.PODS)) {
        assertThat(
                list.page(
                    json(
                        "{'kind':'PodList','apiVersion':'v1','metadata':{'continue':'x'},'items':[{'metadata':{'name':'a','managedFields':[1]}}]}")))
            .isEqualTo(new ListWriter.Page("x", 1));
        assertThat(
                list.page(
                        json(
                            "{'kind':'PodList','apiVersion':'v1','items':[{'metadata':{'name':'b'}}]}"))
                    .next())
            .isEmpty();
      }
      assertThat(draft.text("cluster/pods.json").replaceAll("\\s", ""))
          .isEqualTo(
              "{\"apiVersion\":\"v1\",\"items\":[{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"}},{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"b\"}}],\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"}}");
    }
  }

  @Test
  void failure_leaves_the_old_file_and_nothing_else() throws Exception {
    Path file = Files.writeString(folder.resolve("b.tgz"), "old");
    Entry broken =
        new Entry(
            "a",
            10,
            () -> {
              throw new IOException("No space left on device");
            });

    assertThatThrownBy(() -> BundleWriter.write(List.of(broken), "b", NOW, file))
        .isInstanceOf(UnwritableBundleException.class)
        .hasMessage(file + ": expected to write the bundle there, found: No space left on device");
    assertThat(file).hasContent("old");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void more_than_fits_into_memory_is_put_aside_and_comes_back_whole() throws IOException {
    try (Spool spool = new Spool(100)) {
      byte[] bytes = new byte[500_000];
      Arrays.fill(bytes, (byte) 'x');
      Entry[] kept = new Entry[1];
      try (EntryWriter writer = new EntryWriter("big", spool, entry -> kept[0] = entry)) {
        writer.write(bytes, 0, bytes.length);
      }
      assertThat(kept[0].size()).isEqualTo(bytes.length);
      assertThat(kept[0].open().readAllBytes()).isEqualTo(bytes);
    }
  }

  private byte[] written(List<String> paths, String name) throws Exception {
    try (Draft draft = new Draft("k3s", NOW)) {
      for (String path : paths) {
        draft.add(path, "x\n");
      }
      Path file = folder.resolve(name);
      BundleWriter.write(draft.entries(), "root", NOW, file);
      try (InputStream gzip = new GZIPInputStream(Files.newInputStream(file))) {
        return gzip.readAllBytes();
      }
    }
  }

  private static InputStream json(String text) {
    return new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Entry entry) throws IOException {
    return new String(entry.open().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void json_has_the_lines_that_it_always_had() throws IOException {
    String deep = "[{'a':".repeat(40) + "{}" + "}]".repeat(40);
    String json =
        "{'a':[],'b':{},'c':[1,'x',null,true,{'d':1.5}],'e':DEEP} [] 1".replace("DEEP", deep);
    DefaultIndenter lines = new DefaultIndenter(" ", "\n");
    PrettyPrinter usual =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);

    assertThat(written(json, new JsonLines())).isEqualTo(written(json, usual));
  }

  private static String written(String text, PrettyPrinter printer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonParser in = ListWriter.parser(json(text));
        JsonGenerator out = ListWriter.generator(bytes)) {
      out.setPrettyPrinter(printer);
      while (in.nextToken() != null) {
        out.copyCurrentStructure(in);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void list_is_read_while_it_is_written() throws Exception {
    BlockingQueue<Entry> begun = new LinkedBlockingQueue<>();
    try (Draft draft = new Draft("k3s", NOW, begun::add)) {
      ListWriter list = draft.list(Source.PODS);
      FutureTask<String> reading =
          new FutureTask<>(
              () -> new String(begun.take().open().readAllBytes(), StandardCharsets.UTF_8));
      new Thread(reading).start();
      list.page(json("{'kind':'PodList','items':[{'metadata':{'name':'a'}}]}"));
      assertThat(reading.isDone()).isFalse();
      list.close();

      assertThat(reading.get()).isEqualTo(draft.text("cluster/pods.json")).contains("\"a\"");
    }
  }

  @Test
  void list_that_is_given_up_ends_for_its_readers_and_is_no_entry() throws Exception {
    BlockingQueue<Entry> begun = new LinkedBlockingQueue<>();
    try (Draft draft = new Draft("k3s", NOW, begun::add)) {
      draft.list(Source.PODS).discard();

      assertThat(begun.take().open().readAllBytes()).isEmpty();
      assertThat(draft.has("cluster/pods.json")).isFalse();
    }
  }
}
