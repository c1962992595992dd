package io.kwhy.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.rule.card.Card;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cards tell to type, as a shell reads it. */
class CommandsTest {
  @TempDir Path folder;

  @Test
  void a_shell_can_read_each() throws Exception {
    StringBuilder script = new StringBuilder();
    RuleBook.builtIn().cards().forEach(card -> commands(card).forEach(it -> add(it, script)));
    assertThat(complaints(script.toString())).isEmpty();
  }

  @Test
  void a_quote_that_is_left_open_is_noticed() throws Exception {
    StringBuilder script = new StringBuilder();
    add("echo one", script);
    add("echo 'two", script);
    assertThat(complaints(script.toString())).isNotEmpty();
  }

  private static List<String> commands(Card card) {
    return Stream.concat(card.fix().stream(), card.verify().stream())
        .map(Card.Step::command)
        .filter(command -> !command.isEmpty())
        .toList();
  }

  /** What the reader is to fill in would be a redirection. */
  private static void add(String command, StringBuilder script) {
    String filled = command.replaceAll("<[A-Za-z][^<>|\n]*>", "value");
    script.append("each() {\n").append(filled).append("\n}\n");
  }

  private String complaints(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("commands.sh"), script, UTF_8);
    Process shell =
        new ProcessBuilder("sh", "-n", file.toString()).redirectErrorStream(true).start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    return shell.waitFor() == 0 ? "" : said;
  }
}
