package io.kwhy.bundle.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretDocumentsTest {
  private final SecretDocuments documents = new SecretDocuments();

  @Test
  void kind_that_comes_last_still_makes_a_secret() {
    assertThat(all("data:", "  password: aHVudGVyMg==", "kind: Secret"))
        .containsExactly("data:", "  password: " + Blanking.MARK, "kind: Secret");
  }

  @Test
  void other_documents_of_the_file_stay_as_they_are() {
    assertThat(all("kind: ConfigMap", "data:", "  a: b", "---", "kind: Secret", "data:", "  a: b"))
        .containsExactly(
            "kind: ConfigMap",
            "data:",
            "  a: b",
            "---",
            "kind: Secret",
            "data:",
            "  a: " + Blanking.MARK);
  }

  @Test
  void document_without_end_takes_bounded_memory_and_shows_no_data() {
    String line = "  a: " + "x".repeat(1 << 20);
    int told = documents.next("data:").size();
    int waiting = 0;
    for (int i = 0; i < 100; i++) {
      List<String> ready = documents.next(line);
      assertThat(ready).allMatch(each -> each.length() < 100);
      told += ready.size();
      waiting = Math.max(waiting, i + 2 - told);
    }
    told += documents.end().size();

    assertThat(told).isEqualTo(101);
    assertThat(waiting).isLessThan(20);
    assertThat(all("---", "kind: ConfigMap", "data:", "  a: b")).contains("  a: b");
  }

  private List<String> all(String... lines) {
    List<String> out = new ArrayList<>();
    for (String line : lines) {
      out.addAll(documents.next(line));
    }
    out.addAll(documents.end());
    return out;
  }
}
