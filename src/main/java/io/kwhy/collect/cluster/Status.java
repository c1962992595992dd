package io.kwhy.collect.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What the API says when it refuses: an object of kind Status, or something else. */
public final class Status {
  private static final int LONGEST = 300;

  private Status() {}

  /** Its message, or the beginning of what there is instead. */
  public static String message(int code, String body) {
    String message = "";
    try (JsonParser json = new JsonFactory().createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String field = json.currentName();
          json.nextToken();
          if (field.equals("message")) {
            message = json.getValueAsString("");
          } else {
            json.skipChildren();
          }
        }
      }
    } catch (IOException e) {
      message = "";
    }
    String said = message.isEmpty() ? body.strip().lines().findFirst().orElse("") : message;
    String shown = said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    return "HTTP " + code + (shown.isEmpty() ? "" : ": " + shown);
  }
}
