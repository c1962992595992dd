package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactListTest {
  /** Has a component of every kind that facts have. */
  public record Thing(
      String name,
      boolean ready,
      int count,
      double load,
      Instant created,
      Instant gone,
      Colour colour,
      List<String> names,
      Map<String, Integer> sizes,
      Origin origin)
      implements Fact {
    @Override
    public String text() {
      return "thing " + name;
    }
  }

  /** Two words. */
  public enum Colour {
    DARK_RED
  }

  private static final Thing THING =
      new Thing(
          "w1",
          true,
          3,
          0.5,
          Samples.CAPTURED,
          Fact.UNKNOWN_TIME,
          Colour.DARK_RED,
          List.of("a", "b"),
          new TreeMap<>(Map.of("b", 2, "a", 1)),
          new Origin("cluster/x.json", 4));

  @Test
  void json_has_the_components_of_any_fact() throws IOException {
    StringBuilder out = new StringBuilder();
    new FactList(TextStyle.plain()).writeJson(List.of(THING), out);
    assertThat(out)
        .hasToString(
            """
            [
            {"type":"Thing","origin":{"entry":"cluster/x.json","line":4},"name":"w1","ready":true,\
            "count":3,"load":0.5,"created":"2026-03-01T05:53:36Z","colour":"dark-red",\
            "names":["a","b"],"sizes":{"a":1,"b":2}}
            ]
            """);
  }

  @Test
  void json_is_an_array_of_lines() throws IOException {
    StringBuilder out = new StringBuilder();
    new FactList(TextStyle.plain()).writeJson(List.of(THING, THING), out);
    JsonNode array = new ObjectMapper().readTree(out.toString());
    assertThat(array).hasSize(2);
    assertThat(out.toString().lines()).hasSize(4);
  }

  @Test
  void text_says_where_and_what() throws IOException {
    StringBuilder out = new StringBuilder();
    new FactList(TextStyle.plain()).writeText(List.of(THING), out);
    assertThat(out).hasToString("cluster/x.json:4 Thing\n    thing w1\n");
  }

  /** Is of a type, as a route and a Secret are. */
  public record Typed(String type, Origin origin) implements Fact {
    @Override
    public String text() {
      return type;
    }
  }

  @Test
  void type_that_a_fact_has_itself_is_told_beside_its_kind() throws IOException {
    StringBuilder out = new StringBuilder();
    new FactList(TextStyle.plain())
        .writeJson(List.of(new Typed("Opaque", Origin.of("cluster/x.json"))), out);
    JsonNode fact = new ObjectMapper().readTree(out.toString()).get(0);
    assertThat(fact.get("type").asText()).isEqualTo("Typed");
    assertThat(fact.get("ownType").asText()).isEqualTo("Opaque");
  }
}
