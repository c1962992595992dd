package io.kwhy.collect.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ShellRunTest {
  @Test
  @Timeout(value = 60, threadMode = SEPARATE_THREAD)
  void shell_that_will_not_end_is_ended() throws Exception {
    String stubborn = "trap '' TERM; while :; do echo x; sleep 0.1; done";
    ShellRun run = new ShellRun(target -> List.of("sh", "-c", stubborn), Duration.ofMillis(500));

    String reason =
        run.run(
            new NodeTarget("w1", "", "", List.of()),
            "",
            in -> in.transferTo(OutputStream.nullOutputStream()));

    assertThat(reason).contains("no end after");
  }
}
