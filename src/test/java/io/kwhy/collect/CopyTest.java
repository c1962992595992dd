package io.kwhy.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.pseudonym.Renaming;
import io.kwhy.bundle.reading.BundleReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.Test;

/** Bundles in which something is damaged, copied. */
class CopyTest {
  private static final String CANARY = "cAnArY1f7c";
  private static final String HOSTNAME = "nodes/w1/files/etc/hostname";

  @Test
  void list_that_breaks_off_is_kept_as_far_as_it_goes() throws Exception {
    try (Bundle bundle =
            bundle(
                text("cluster/nodes.json", "{\"items\":[{\"a\":1},{\"b\":2,\"c\":"),
                text(HOSTNAME, "w1\n"));
        Draft copy = Copy.of(bundle)) {
      assertThat(copy.text(HOSTNAME)).isEqualTo("w1\n");
      assertThat(copy.text("cluster/nodes.json"))
          .contains("\"a\" : 1", "\"b\" : 2")
          .doesNotContain("]");
      assertThat(manifest(copy))
          .contains("cluster/nodes.json", "only in part: expected JSON to its end");
    }
  }

  @Test
  void words_of_what_is_no_json_are_not_told() throws Exception {
    try (Bundle bundle =
            bundle(
                text("cluster/pods.json", "{\"items\":[" + CANARY),
                text("cluster/secrets.json", "{\"kind\":\"SecretList\",\"items\":[" + CANARY),
                text(HOSTNAME, "w1\n"));
        Draft copy = Copy.of(bundle);
        Bundle copied = BundleReader.of("copy", copy.entries());
        Draft renamed = Renaming.of(copied)) {
      assertThat(manifest(copy))
          .contains("cluster/pods.json", "cluster/secrets.json")
          .doesNotContain(CANARY);
      for (Entry entry : renamed.entries()) {
        try (InputStream in = entry.open()) {
          assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).doesNotContain(CANARY);
        }
      }
    }
  }

  @Test
  void entry_that_cannot_be_read_is_told_and_the_rest_is_copied() throws Exception {
    Entry torn = new Entry("nodes/w1/logs/k3s.log", 9, () -> torn("level=info\n"));
    try (Bundle bundle = bundle(text(HOSTNAME, "w1\n"), torn);
        Draft copy = Copy.of(bundle)) {
      assertThat(copy.text(HOSTNAME)).isEqualTo("w1\n");
      assertThat(copy.text("nodes/w1/logs/k3s.log")).contains("level=info");
      assertThat(manifest(copy)).contains("only in part: expected to read it to its end");
    }
  }

  /** Breaks where it ends. */
  private static InputStream torn(String start) {
    return new SequenceInputStream(
        new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)),
        new BrokenInputStream(() -> new IOException("input/output error")));
  }

  private static Bundle bundle(Entry... entries) throws Exception {
    return BundleReader.of("damaged", List.of(entries));
  }

  private static Entry text(String path, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new Entry(path, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  private static String manifest(Draft draft) throws IOException {
    draft.entries();
    return draft.text("bundle.json");
  }
}
