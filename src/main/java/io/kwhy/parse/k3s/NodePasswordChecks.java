package io.kwhy.parse.k3s;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.fact.node.NodePasswordCheck;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import java.io.IOException;

/**
 * The outcome of a node-password check that was made while capturing: {@code
 * {"name":"w1","accepted":false,"store":"Secret
 * kube-system/w1.node-password.k3s","kind":"secret"}}.
 */
public final class NodePasswordChecks {
  private NodePasswordChecks() {}

  public static void parse(Input input, Facts facts) throws IOException {
    String name = "";
    String store = "";
    String kind = "secret";
    boolean known = false;
    boolean accepted = false;
    try (JsonParser json = new JsonFactory().createParser(input.open())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        facts.gap(1, "expected an object with name, accepted and store");
        return;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        switch (field) {
          case "name" -> name = json.getValueAsString("");
          case "store" -> store = json.getValueAsString("");
          case "kind" -> kind = json.getValueAsString("");
          case "accepted" -> {
            known = value.isBoolean();
            accepted = value == JsonToken.VALUE_TRUE;
          }
          default -> json.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      facts.gap(e.getLocation().getLineNr(), "is not JSON");
      return;
    }
    if (name.isEmpty() || !known) {
      facts.gap(1, "expected \"name\" and a true or false \"accepted\"");
      return;
    }
    facts.add(new NodePasswordCheck(input.node(), name, accepted, store, kind, facts.at(1)));
  }
}
