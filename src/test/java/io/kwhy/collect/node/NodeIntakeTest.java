package io.kwhy.collect.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kwhy.bundle.draft.Draft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeIntakeTest {
  private static final String PASSWORD = "5d2a";

  /** Of the password above, made as k3s does. */
  private static final String HASH =
      "$1:14b9878180429549:4:8:1:"
          + Base64.getEncoder()
              .withoutPadding()
              .encodeToString(
                  org.bouncycastle.crypto.generators.SCrypt.generate(
                      PASSWORD.getBytes(StandardCharsets.UTF_8),
                      HexFormat.of().parseHex("14b9878180429549"),
                      1 << 4,
                      8,
                      1,
                      64));

  @ParameterizedTest
  @CsvSource({PASSWORD + ",true", "other,false"})
  void password_is_held_against_the_secret_and_dropped(String password, boolean accepted)
      throws IOException {
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      read(
          draft,
          "@commands/hostname.txt\n|w1\n@files/etc/rancher/node/password\n|"
              + password
              + "\n#end\n");

      assertThat(draft.text("nodes/w1/checks/node-password.json"))
          .contains("\"name\":\"w1\",\"accepted\":" + accepted)
          .doesNotContain(password)
          .doesNotContain(HASH);
      assertThat(draft.has("nodes/w1/files/etc/rancher/node/password")).isFalse();
    }
  }

  @Test
  void answer_that_breaks_off_is_used_as_far_as_it_goes() throws IOException {
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      read(draft, "@commands/hostname.txt\n|w1\n@commands/df.txt\n|one\n|half");

      assertThat(draft.text("nodes/w1/commands/hostname.txt")).isEqualTo("w1\n");
      assertThat(draft.text("nodes/w1/commands/df.txt")).startsWith("one\n");
    }
  }

  @Test
  void greeting_before_the_answer_is_passed_over() throws IOException {
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      stream(draft, "Welcome!\n\n#kwhy-node 1\n=hostname\tw1\n@commands/df.txt\n|x\n#end\n");
      draft.entries();

      assertThat(draft.text("nodes/w1/commands/df.txt")).isEqualTo("x\n");
      assertThat(draft.text("bundle.json")).doesNotContain("Welcome");
    }
  }

  @Test
  void what_is_no_answer_is_told_by_its_beginning_without_secrets() throws IOException {
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      stream(draft, "\nThis account is not available, token=s3cret\nsecond\n");
      draft.entries();

      assertThat(draft.text("bundle.json"))
          .contains("found \\\"This account is not available")
          .doesNotContain("s3cret")
          .doesNotContain("second");
    }
  }

  @Test
  void host_that_said_nothing_leaves_the_word_to_ssh() throws IOException {
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      NodeTarget target = new NodeTarget("w1", "agent", "", List.of());
      new NodeIntake(target, draft, name -> "", Clock.systemUTC())
          .read(new ByteArrayInputStream(new byte[0]));
      draft.entries();

      assertThat(draft.text("bundle.json")).doesNotContain("nodes/w1");
    }
  }

  @Test
  void paths_that_lead_elsewhere_are_not_used() throws IOException {
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      read(draft, "@../../etc/passwd\n|x\n@/etc/x\n|y\n@commands/ok.txt\n|z\n#end\n");

      assertThat(draft.entries().stream().map(io.kwhy.bundle.Entry::path))
          .containsExactly("bundle.json", "nodes/w1/commands/ok.txt");
    }
  }

  @Test
  void host_that_gives_entries_without_end_is_used_as_far_as_any_host_goes() throws IOException {
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      StringBuilder stream = new StringBuilder("@commands/ok.txt\n|z\n");
      for (int i = 0; i < 20_001; i++) {
        stream.append("@files/").append(i).append("\n=").append(i).append("\tx\n=address\t1\n");
      }
      read(draft, stream + "#end\n");

      assertThat(draft.entries()).hasSizeBetween(20_000, 20_002);
      assertThat(draft.text("nodes/w1/commands/ok.txt")).isEqualTo("z\n");
      assertThat(draft.text("bundle.json"))
          .contains("expected at most 20000 entries, found more")
          .hasSizeLessThan(100_000);
    }
  }

  @Test
  void stream_of_more_bytes_than_it_should_have_breaks() throws IOException {
    InputStream enough = NodeIntake.bounded(new ByteArrayInputStream(new byte[99]), 100);
    assertThat(enough.readAllBytes()).hasSize(99);

    InputStream more = NodeIntake.bounded(new ByteArrayInputStream(new byte[101]), 100);
    assertThatThrownBy(more::readAllBytes).hasMessageContaining("less than 100 bytes");
  }

  private static void read(Draft draft, String stream) throws IOException {
    stream(draft, "#kwhy-node 1\n=hostname\tw1\n" + stream);
  }

  private static void stream(Draft draft, String text) throws IOException {
    NodeTarget target = new NodeTarget("w1", "agent", "", List.of());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    new NodeIntake(target, draft, name -> name.equals("w1") ? HASH : "", Clock.systemUTC())
        .read(new ByteArrayInputStream(bytes));
  }
}
