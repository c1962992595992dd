package io.kwhy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/rules.md tells users to write works as it says. */
@Tag("slow")
class RulesPageTest {
  private static final Path PAGE = Path.of("docs/rules.md");
  private static final Pattern FILE =
      Pattern.compile("(?m)^`(mine/\\S+)`\\n\\n(```+)\\w+\\n(.*?)\\n\\2$", Pattern.DOTALL);
  private static final Pattern TRIED =
      Pattern.compile("(?m)^\\./kwhy (diagnose .*)\\n```\\n\\n```\\n(.*)\\n```$");

  @TempDir private Path folder;

  @Test
  void rules_of_the_page_give_its_report() throws IOException {
    String page = write();
    MatchResult tried = TRIED.matcher(page).results().findFirst().orElseThrow();
    String line = tried.group(1).replace("--rules mine", "--rules " + folder.resolve("mine"));
    Invocation kwhy = Invocation.of(line.split(" ", -1));
    assertThat(kwhy.errors()).isEmpty();
    assertThat(kwhy.out()).startsWith(tried.group(2) + "\n");
    assertThat(kwhy.out()).contains("kubectl -n default rollout restart deployment shop");
  }

  @Test
  void nothing_is_half_done_in_the_rules_of_the_page() throws IOException {
    write();

    assertThat(check()).isEqualTo(new Invocation(0, "", ""));
  }

  @Test
  void what_is_half_done_is_told_with_file_and_line() throws IOException {
    write();
    Path signals = folder.resolve("mine/signals/more.yaml");
    Files.writeString(
        signals, "- id: nobody-asks\n  text: said by nobody\n  source: https://a.example\n");

    Invocation kwhy = check();

    assertThat(kwhy.code()).isEqualTo(1);
    assertThat(kwhy.out())
        .isEqualTo(signals + ":1: signal \"nobody-asks\" is used by no rule and no other signal\n");
  }

  private Invocation check() {
    return Invocation.of("rules", "check", folder.resolve("mine").toString());
  }

  /** Writes the files of the page; the page. */
  private String write() throws IOException {
    String page = Files.readString(PAGE);
    List<MatchResult> files = FILE.matcher(page).results().toList();
    assertThat(files).hasSize(3);
    for (MatchResult file : files) {
      Path path = folder.resolve(file.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.group(3) + "\n");
    }
    return page;
  }
}
