package io.kwhy.parse.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.fact.cluster.NodeArgument;
import io.kwhy.parse.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments that k3s was started with, which it writes into an annotation of its Node: {@code
 * ["agent","--node-ip","10.0.0.2"]}.
 */
record NodeArguments(String json, int line) {
  static final NodeArguments NONE = new NodeArguments("", 0);

  void tell(String node, Facts facts) {
    List<String> words = words(facts);
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (!word.startsWith("--")) {
        continue;
      }
      int equals = word.indexOf('=');
      boolean next = equals < 0 && at + 1 < words.size() && !words.get(at + 1).startsWith("--");
      String key = word.substring(2, equals < 0 ? word.length() : equals);
      String value = equals >= 0 ? word.substring(equals + 1) : next ? words.get(at + 1) : "true";
      facts.add(new NodeArgument(node, key, value, facts.at(line)));
    }
  }

  private List<String> words(Facts facts) {
    List<String> words = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          words.add(parser.getText());
        }
      }
    } catch (IOException e) {
      facts.gap(line, "expected a list of arguments in k3s.io/node-args, found something else");
    }
    return words;
  }
}
