package io.kwhy.bundle.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Endless;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Manifest.HostRecord;
import io.kwhy.fact.Fact;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {
  private static final String NO_SCHEMA =
      "bundle.json: expected \"schema\", found none; it is read as 1";
  private static final String NO_TIME =
      "bundle.json: expected the time of capture in \"collectedAt\", found none";

  @Test
  void everything_it_says_is_read() throws Exception {
    ManifestReader.Reading reading =
        read(
            """
            {
              "schema": 1,
              "product": "k3s",
              "collectedAt": "2026-11-23T05:49:46Z",
              "nodes": {
                "w1": {
                  "role": "agent",
                  "hostname": "web-01",
                  "addresses": ["10.0.0.2", "fd00::2"],
                  "collected": false,
                  "collectedAt": "2026-11-23T07:49:40.5+02:00"
                },
                "s1": {}
              }
            }
            """);

    Manifest manifest = reading.manifest();
    assertThat(reading.gaps()).isEmpty();
    assertThat(manifest.schema()).isEqualTo(1);
    assertThat(manifest.product()).isEqualTo("k3s");
    assertThat(manifest.collectedAt()).isEqualTo("2026-11-23T05:49:46Z");
    assertThat(manifest.nodes())
        .containsOnlyKeys("s1", "w1")
        .containsEntry(
            "w1",
            new HostRecord(
                "agent",
                "web-01",
                List.of("10.0.0.2", "fd00::2"),
                false,
                Instant.parse("2026-11-23T05:49:40.5Z"),
                6))
        .containsEntry("s1", new HostRecord("", "", List.of(), true, Fact.UNKNOWN_TIME, 13));
  }

  @Test
  void fields_it_does_not_know_are_skipped() throws Exception {
    ManifestReader.Reading reading =
        read(
            manifest("\"x\": {\"schema\": 9, \"y\": [[1], {}]}, \"nodes\": {\"w1\": {\"z\": []}}"));

    assertThat(reading.gaps()).isEmpty();
    assertThat(reading.manifest().nodes()).containsOnlyKeys("w1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"product\": 5 | expected a string for \"product\", found a number",
        "\"product\": {\"a\": []} | expected a string for \"product\", found an object",
        "\"nodes\": [] | expected an object of nodes by name for \"nodes\", found a list",
        "\"nodes\": {\"w1\": 3} | expected an object that describes the node for \"w1\", found a number",
        "\"nodes\": {\"w1\": {\"addresses\": \"x\"}} | expected a list of strings for \"addresses\", found a string",
        "\"nodes\": {\"w1\": {\"addresses\": [[1]]}} | expected a string, found a list",
        "\"nodes\": {\"w1\": {\"collected\": \"no\"}} | expected true or false for \"collected\", found a string",
        "\"nodes\": {\"../x\": {}} | expected the name of a node, found \"../x\"",
        "\"nodes\": {\"a\\u001b[1m\": {}} | expected the name of a node, found \"a\\u001b[1m\"",
        "\"nodes\": {\"w1\": {\"collectedAt\": \"noon\"}} | expected a time such as 2026-11-23T05:49:46Z, found \"noon\"",
        "\"nodes\": {\"w1\": {\"collectedAt\": \"+12026-11-23T05:49:46Z\"}} | expected a time such"
            + " as 2026-11-23T05:49:46Z, found \"+12026-11-23T05:49:46Z\"",
      })
  void value_of_another_kind_is_told_with_its_line(String field, String problem) throws Exception {
    ManifestReader.Reading reading = read(manifest(field + ", \"last\": 1"));

    assertThat(texts(reading)).containsExactly("bundle.json:3: " + problem);
  }

  @Test
  void null_stands_for_nothing_said() throws Exception {
    ManifestReader.Reading reading =
        read(manifest("\"product\": null, \"nodes\": {\"w1\": {\"addresses\": null}}"));

    assertThat(reading.gaps()).isEmpty();
    assertThat(reading.manifest().nodes()).containsOnlyKeys("w1");
  }

  @Test
  void what_precedes_damage_is_used() throws Exception {
    ManifestReader.Reading reading =
        read("{\"schema\": 1, \"collectedAt\": \"2026-11-23T05:49:46Z\",\n\"product\": oops}");

    assertThat(reading.manifest().collectedAt()).isEqualTo("2026-11-23T05:49:46Z");
    assertThat(texts(reading))
        .containsExactly(
            "bundle.json:2: expected JSON, found something else; the rest is not read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``| expected an object, found nothing",
        "[]| expected an object, found a list",
        "7| expected an object, found a number",
        "hello| expected JSON, found something else; the rest is not read",
        "{| expected JSON, found an end in the middle of it; the rest is not read",
        "{\"schema\"| expected JSON, found an end in the middle of it; the rest is not read"
      })
  void what_is_no_manifest_says_nothing(String content, String told) throws Exception {
    ManifestReader.Reading reading = read(content);

    assertThat(reading.manifest()).isEqualTo(ManifestReader.NOTHING_SAID);
    assertThat(texts(reading)).containsExactly("bundle.json:1: " + told, NO_SCHEMA, NO_TIME);
  }

  @Test
  void missing_schema_and_time_are_told() throws Exception {
    assertThat(texts(read("{}")))
        .containsExactly(
            "bundle.json: expected \"schema\", found none; it is read as 1",
            "bundle.json: expected the time of capture in \"collectedAt\", found none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void schema_that_never_was_is_told(String schema) throws Exception {
    ManifestReader.Reading reading =
        read("{\"collectedAt\": \"2026-11-23T05:49:46Z\", \"schema\": " + schema + "}");

    assertThat(texts(reading))
        .containsExactly("bundle.json:1: \"schema\" is " + schema + ", this kwhy reads 1");
  }

  @Test
  void gaps_of_the_collector_are_gaps_of_the_bundle() throws Exception {
    ManifestReader.Reading reading =
        read(
            manifest(
                """
                "gaps": [
                  "w2: no route to host",
                  {"entry": "nodes/w1/logs/k3s.log", "problem": "journalctl: not found"},
                  {"problem": "timed out"},
                  7
                ]"""));

    assertThat(texts(reading))
        .containsExactly(
            "bundle.json:4: w2: no route to host",
            "nodes/w1/logs/k3s.log: journalctl: not found",
            "bundle.json:6: timed out",
            "bundle.json:7: expected a text, or an object with a problem, found a number");
  }

  @Test
  void texts_in_it_have_no_control_over_the_terminal() throws Exception {
    ManifestReader.Reading reading =
        read(manifest("\"gaps\": [\"a\\u001b[2Jb\"], \"product\": \"k\\u00073s\""));

    assertThat(texts(reading)).containsExactly("bundle.json:3: a\\u001b[2Jb");
    assertThat(reading.manifest().product()).isEqualTo("k\\u00073s");
  }

  @Test
  void manifest_that_never_ends_is_read_so_far() throws Exception {
    Entry endless =
        new Entry("bundle.json", Long.MAX_VALUE, () -> new Endless(' ', Long.MAX_VALUE));

    assertThat(texts(ManifestReader.read("x", endless)))
        .containsExactly(
            "bundle.json: expected JSON, found it deeper or longer than a manifest can be; the rest"
                + " is not read",
            NO_SCHEMA,
            NO_TIME);
  }

  @Test
  void very_deep_nesting_is_no_crash() throws Exception {
    assertThat(texts(read("{\"x\": " + "[".repeat(100_000))))
        .containsExactly(
            "bundle.json: expected JSON, found it deeper or longer than a manifest can be; the rest is not read",
            NO_SCHEMA,
            NO_TIME);
  }

  /** The field stands in line 3. */
  private static String manifest(String field) {
    return "{\"schema\": 1,\n\"collectedAt\": \"2026-11-23T05:49:46Z\",\n" + field + "}";
  }

  private static List<String> texts(ManifestReader.Reading reading) {
    return reading.gaps().stream().map(gap -> gap.origin() + ": " + gap.problem()).toList();
  }

  private static ManifestReader.Reading read(String content) throws UnreadableBundleException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return ManifestReader.read(
        "x", new Entry("bundle.json", bytes.length, () -> new ByteArrayInputStream(bytes)));
  }
}
