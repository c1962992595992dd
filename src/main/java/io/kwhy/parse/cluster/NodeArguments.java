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
      String key = word.substring(2, equals < 0 ? word.length() : equals);
      String value = equals >= 0 ? word.substring(equals + 1) : value(words, at + 1);
      facts.add(new NodeArgument(node, key, value, facts.at(line)));
    }
  }

  /** k3s up to 1.18 takes every argument apart at its equals signs, that of a kubelet-arg too. */
  private static String value(List<String> words, int from) {
    int to = from;
    while (to < words.size() && !words.get(to).startsWith("--")) {
      to++;
    }
    return from == to ? "true" : String.join("=", words.subList(from, to));
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
