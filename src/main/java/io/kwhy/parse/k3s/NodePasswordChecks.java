package io.kwhy.parse.k3s;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.fact.Fact;
import io.kwhy.fact.node.NodePasswordCheck;
import io.kwhy.fact.node.NodePasswordFile;
import io.kwhy.fact.node.NodePasswordRecord;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What was concluded from node passwords while capturing: the fingerprint of the host's own, what
 * its server remembers, and whether a record accepts it:
 *
 * <pre>{@code
 * {"fingerprint": "1f7c9a02",
 *  "records": [{"name": "w1", "store": "/var/…/node-passwd", "fingerprint": "5e0b7c11"}],
 *  "checks": [{"name": "w1", "accepted": false, "store": "Secret kube-system/w1.node-password.k3s", "kind": "secret"}]}
 * }</pre>
 *
 * <p>A check may also stand alone: {@code {"name":"w1","accepted":false, …}}.
 */
public final class NodePasswordChecks {
  private final Input input;
  private final Facts facts;
  private final JsonParser json;
  private boolean understood;

  private NodePasswordChecks(Input input, Facts facts, JsonParser json) {
    this.input = input;
    this.facts = facts;
    this.json = json;
  }

  /**
   * Adds what the checks say, or a gap where the entry says nothing of that kind.
   *
   * @throws IOException where the entry cannot be read any further
   */
  public static void parse(Input input, Facts facts) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(input.open())) {
      new NodePasswordChecks(input, facts, json).document();
    } catch (JsonProcessingException e) {
      facts.gap(line(e), "is not JSON");
    }
  }

  /** What is too deep or too long to be read is told without a place. */
  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
  }

  private void document() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      facts.gap(1, "expected an object with name, accepted and store");
      return;
    }
    Map<String, String> said = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_ARRAY && (field.equals("records") || field.equals("checks"))) {
        understood = true;
        while (json.nextToken() == JsonToken.START_OBJECT) {
          int line = json.currentTokenLocation().getLineNr();
          tell(field, texts(), line);
        }
      } else {
        take(said, field, value);
      }
    }
    String fingerprint = said.getOrDefault("fingerprint", "");
    if (!fingerprint.isEmpty()) {
      facts.add(new NodePasswordFile(input.node(), fingerprint, facts.at(1)));
    }
    if (!understood || said.containsKey("accepted")) {
      check(said, 1);
    }
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      take(texts, field, json.nextToken());
    }
    return texts;
  }

  private void take(Map<String, String> said, String field, JsonToken value) throws IOException {
    if (value.isScalarValue() && (!field.equals("accepted") || value.isBoolean())) {
      said.put(field, json.getValueAsString(""));
    } else {
      json.skipChildren();
    }
  }

  private void tell(String field, Map<String, String> said, int line) {
    if (field.equals("checks")) {
      check(said, line);
    } else {
      facts.add(
          new NodePasswordRecord(
              input.node(),
              said.getOrDefault("name", ""),
              said.getOrDefault("store", ""),
              said.getOrDefault("fingerprint", ""),
              Fact.UNKNOWN_TIME,
              facts.at(line)));
    }
  }

  private void check(Map<String, String> said, int line) {
    String name = said.getOrDefault("name", "");
    if (name.isEmpty() || !said.containsKey("accepted")) {
      facts.gap(line, "expected \"name\" and a true or false \"accepted\"");
      return;
    }
    facts.add(
        new NodePasswordCheck(
            input.node(),
            name,
            said.get("accepted").equals("true"),
            said.getOrDefault("store", ""),
            said.getOrDefault("kind", "secret"),
            facts.at(line)));
  }
}
