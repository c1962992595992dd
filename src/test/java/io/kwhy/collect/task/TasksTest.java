package io.kwhy.collect.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TasksTest {
  @Test
  void all_are_done_and_no_more_than_allowed_at_a_time() throws IOException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Tasks.Task task =
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          LockSupport.parkNanos(100_000);
          running.decrementAndGet();
          done.incrementAndGet();
        };
    Tasks.run("test", 3, Collections.nCopies(200, task));
    assertThat(done).hasValue(200);
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void failure_is_the_callers() {
    Tasks.Task failing =
        () -> {
          throw new IOException("No space left on device");
        };
    assertThatThrownBy(() -> Tasks.run("test", 2, List.of(() -> {}, failing)))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  @Test
  void what_is_no_failure_of_input_is_one_all_the_same() {
    Tasks.Task failing =
        () -> {
          throw new IllegalStateException("a bug");
        };
    assertThatThrownBy(() -> Tasks.run("test", 2, List.of(failing)))
        .isInstanceOf(IOException.class)
        .hasRootCauseMessage("a bug");
  }

  @Test
  void interruption_ends_the_wait() {
    // A task that is done already would be taken without a wait.
    Tasks.Task unending =
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Tasks.run("test", 1, List.of(unending)))
        .isInstanceOf(IOException.class)
        .hasMessage("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
