package io.kwhy.report;

import io.kwhy.Golden;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.parse.FactReader;
import io.kwhy.reach.path.PacketPath;
import io.kwhy.reach.path.Paths;
import io.kwhy.rule.RuleBook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathTextTest {
  private static final Path TWO_NODES = Path.of("src/test/resources/io/kwhy/reach/two-nodes");

  private static PacketPath path() throws Exception {
    try (Bundle bundle = BundleReader.read(List.of(TWO_NODES))) {
      return Paths.trace(
          new FactReader(RuleBook.builtIn().signals()).read(bundle),
          "pod/default/bb-g8rl9",
          "svc/kube-system/kube-dns:dns");
    }
  }

  @Test
  void text_shows_each_hop_and_the_rule_that_decided() throws Exception {
    StringBuilder text = new StringBuilder();
    new PathText(TextStyle.plain()).write(path(), text);

    Golden.check("io/kwhy/reach/dropped-answer.txt", text.toString());
  }

  @Test
  void json_says_the_same() throws Exception {
    StringBuilder text = new StringBuilder();
    new PathJson().write(path(), text);

    Golden.check("io/kwhy/reach/dropped-answer.json", text.toString());
  }
}
