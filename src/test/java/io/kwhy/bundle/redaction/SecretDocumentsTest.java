package io.kwhy.bundle.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"data\": {\"tls.key\": \"hush\"}}",
        "{\"data\":{\"tls.key\":\"hush\"},\"kind\":\"Secret\"}",
        "{\n  \"data\": {\n    \"tls.key\": \"hush\"\n  },\n  \"kind\": \"Secret\"\n}",
        "{\n  \"kind\":\n  \"Secret\",\n  \"data\": {\n    \"tls.key\": \"hush\"\n  }\n}",
        "{kind: Secret, data: {.dockerconfigjson: hush}}",
        "{data: {tls.key: hush}, kind: Secret}",
        "kind:\n  Secret\ndata:\n  a: hush",
        "kind: !!str Secret\ndata:\n  a: hush",
        "kind: SecretList\nitems:\n- data:\n    a: hush",
        "\"kind\": Secret\n\"data\":\n  a: hush",
        "kind: Secret\ndata: {\na: hush\n}",
        "kind: List\nitems: [{kind: Secret, data: {a: hush}}]"
      })
  void secret_in_another_form_loses_what_it_holds(String document) {
    String[] lines = document.split("\n", -1);

    assertThat(all(lines)).hasSize(lines.length).noneMatch(line -> line.contains("hush"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: ConfigMap\ndata:\n  a: b",
        "{kind: ConfigMap, data: {secret: a}}",
        "kind: SecretStore\ndata:\n  a: b",
        "kind: Role\nrules:\n- resources: [secrets]\n  verbs: [get]"
      })
  void what_is_no_secret_stays(String document) {
    String[] lines = document.split("\n", -1);

    assertThat(all(lines)).containsExactly(lines);
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
