package io.kwhy.parse.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kwhy.fact.log.Signal;
import io.kwhy.rule.RuleBook;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines that begin again and again as a message does, and never become one. */
class SlowSignalsTest {
  private static final int LENGTH = 1024;

  static Stream<Arguments> lines() {
    return Stream.of(
        arguments("server-certificate-has-expired", "https://1/api/v1/a", "\\"),
        arguments("server-url-rejected", "parse \"a", "\\"),
        arguments("bootstrap-files-newer", "", "/0, "),
        arguments("containerd-state-damaged", "", "ameta.db"),
        arguments("coredns-corefile-rejected", "", "0:1"),
        arguments("snapshotter-refused", "", "a"),
        arguments("lookup-no-such-name", "", "a"),
        arguments("coredns-forbidden", "", "a"),
        arguments("component-value-refused", "exited: ", "a"),
        arguments("helm-foreign-object", "", "A"));
  }

  /** One that takes too many steps throws. */
  @ParameterizedTest
  @MethodSource("lines")
  void line_that_never_becomes_a_message_is_tried_in_bounded_steps(
      String id, String start, String again) {
    Signal signal =
        RuleBook.builtIn().signals().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    String line = (start + again.repeat(LENGTH)).substring(0, LENGTH);

    assertThat(KnownMessage.of(signal).match(line)).isEmpty();
  }
}
