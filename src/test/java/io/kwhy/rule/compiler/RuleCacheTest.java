package io.kwhy.rule.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.rule.file.RuleFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCacheTest {
  @TempDir private Path folder;

  @Test
  void the_oldest_jars_make_room() throws Exception {
    Path jars = Files.createDirectories(folder.resolve("cache/rules"));
    for (int i = 0; i < RuleCache.MAX_JARS; i++) {
      // Two of each time.
      Path old = Files.writeString(jars.resolve("old-" + i + ".jar"), "");
      Files.setLastModifiedTime(old, FileTime.fromMillis(1_000L * (i / 2)));
    }
    Path rules = Files.createDirectories(folder.resolve("rules/observations"));
    Files.writeString(
        rules.resolve("mine.drl"), "package mine.observations;\nimport io.kwhy.fact.Fact;\n");

    RuleCache cache =
        new RuleCache(
            folder.resolve("cache"),
            RuleLayer.ground(),
            () -> {
              throw new AssertionError("tests have a compiler");
            });
    cache.layer(List.of(RuleFolder.read(folder.resolve("rules"))), RuleLayer.ground());

    try (Stream<Path> all = Files.list(jars)) {
      List<String> names = all.map(jar -> jar.getFileName().toString()).sorted().toList();
      assertThat(names).hasSize(RuleCache.MAX_JARS).doesNotContain("old-0.jar");
      assertThat(names).contains("old-1.jar", "old-29.jar");
      assertThat(names).anyMatch(name -> !name.startsWith("old-"));
    }
  }
}
