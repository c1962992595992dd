package io.kwhy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(120)
@Isolated("takes the standard streams")
class ProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void who_waits_long_is_told_and_the_line_is_gone_in_the_end() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    PrintStream terminal =
        new PrintStream(written, true, UTF_8) {
          @Override
          public void flush() {
            super.flush();
            first.countDown();
          }
        };
    try (Progress progress = Progress.after(Duration.ofMillis(1), terminal)) {
      progress.stage("reading w1.tgz");
      first.await();
      progress.stage("reasoning");
    }
    String text = written.toString(UTF_8);
    assertThat(text).contains("\rkwhy: reasoning …").endsWith("\r" + " ".repeat(17) + "\r");
    assertThat(text).doesNotContain("\n");
  }

  @Test
  void who_is_served_quickly_sees_nothing() {
    try (Progress progress =
        Progress.after(Duration.ofHours(1), new PrintStream(written, true, UTF_8))) {
      progress.stage("reading w1.tgz");
    }
    assertThat(written.size()).isZero();
  }

  /** The launcher says whether it is one; tests have none. */
  @Test
  void what_is_no_terminal_is_told_nothing() throws Exception {
    PrintStream before = System.err;
    System.setErr(new PrintStream(written, true, UTF_8));
    try (Progress progress = Progress.onTerminal(true)) {
      progress.stage("reading w1.tgz");
      Thread.sleep(1_200);
    } finally {
      System.setErr(before);
    }
    assertThat(written.size()).isZero();
  }
}
