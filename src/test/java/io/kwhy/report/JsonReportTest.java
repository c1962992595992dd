package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.kwhy.Golden;
import io.kwhy.bundle.Printable;
import io.kwhy.diagnosis.Diagnosis;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void report_with_something_in_every_part() {
    Golden.check("io/kwhy/report/everything.json", json(Samples.everything()));
  }

  @Test
  void every_part_keeps_to_the_published_schema() throws Exception {
    assertThat(schema().validate(MAPPER.readTree(json(Samples.everything())))).isEmpty();
  }

  @Test
  void empty_report_keeps_to_the_published_schema() throws Exception {
    String report = json(Samples.nothing(Samples.scope(List.of())));
    assertThat(schema().validate(MAPPER.readTree(report))).isEmpty();
  }

  @Test
  void schema_allows_no_other_field() throws Exception {
    String report = json(Samples.everything()).replaceFirst("\"title\"", "\"heading\"");
    assertThat(schema().validate(MAPPER.readTree(report))).isNotEmpty();
  }

  @Test
  void unknown_time_is_left_out() throws Exception {
    JsonNode latent = MAPPER.readTree(json(Samples.everything())).at("/rootCauses/1");
    assertThat(latent.has("since")).isFalse();
  }

  @Test
  void hostile_name_is_escaped_and_not_lost() throws Exception {
    String name = "w\u001b[2J\u202e\u2028\u007f\"\\\ud83d\ude00";
    String report = json(Samples.about(name, Map.of()));
    assertThat(report.codePoints().filter(c -> c != '\n' && Printable.isUnsafe(c))).isEmpty();
    assertThat(MAPPER.readTree(report).at("/rootCauses/0/subject/name").textValue())
        .isEqualTo(name);
  }

  private static String json(Diagnosis diagnosis) {
    return Samples.text(new JsonReport(Samples.cards()), diagnosis);
  }

  private static JsonSchema schema() throws Exception {
    try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
    }
  }
}
