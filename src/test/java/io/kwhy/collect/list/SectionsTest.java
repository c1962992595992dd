package io.kwhy.collect.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionsTest {
  @Test
  void what_a_reader_leaves_of_a_value_is_skipped() throws Exception {
    String object =
        """
        {"kind":"Node","metadata":{"name":{"name":"inner"},"uid":"1"},"list":[{"name":"no"}],
         "status":{"images":[{"names":["a"]}],"phase":"Running"}}""";
    List<String> fields = new ArrayList<>();

    try (JsonParser json = new JsonFactory().createParser(object)) {
      json.nextToken();
      Sections.each(json, (name, value) -> fields.add(name + "=" + value.getValueAsString("")));

      assertThat(json.currentToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(json.nextToken()).isNull();
    }
    assertThat(fields)
        .containsExactly(
            "metadata.name=", "metadata.uid=1", "status.images=", "status.phase=Running");
  }
}
