package io.kwhy.parse.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.parse.Facts;

/** Where in a document a parser stands, and what is wrong there. */
final class JsonPlace {
  private final JsonParser parser;
  private final Facts facts;

  JsonPlace(JsonParser parser, Facts facts) {
    this.parser = parser;
    this.facts = facts;
  }

  int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  String path() {
    JsonStreamContext context = parser.getParsingContext();
    JsonToken token = parser.currentToken();
    return JsonPath.of(token != null && token.isStructStart() ? context.getParent() : context);
  }

  String item() {
    return JsonPath.item(parser.getParsingContext());
  }

  void gap(String problem) {
    facts.gap(line(), problem);
  }

  /** Tells that the value is not what was expected. */
  void unexpected(String expected) {
    facts.gap(
        line(), () -> path() + " is " + found(parser.currentToken()) + ", expected " + expected);
  }

  private static String found(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      default -> "null";
    };
  }
}
