package io.kwhy.rule.compiler;

import io.kwhy.rule.file.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What rules are compiled with: the classes of facts, and the compiler. */
final class Basis {
  private Basis() {}

  /**
   * SHA-256 of the rooms whose classes show in compiled rules; where it changes, rules have to be
   * compiled again.
   *
   * @param classes the folder of compiled classes
   */
  static String sha256(Path classes) throws IOException {
    ContentHash hash = new ContentHash();
    for (String room : List.of("fact", "inference", "rule")) {
      try (Stream<Path> all = Files.walk(classes.resolve("io/kwhy").resolve(room))) {
        for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
          hash.add(classes.relativize(file).toString().replace('\\', '/'));
          hash.add(Files.readAllBytes(file));
        }
      }
    }
    return hash.hex();
  }
}
