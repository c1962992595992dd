package io.kwhy.collect.pod;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/**
 * How far a pod has come.
 *
 * @param started whether there may be a log
 * @param reason why it waits or was turned away; {@code ""} if that is not said
 */
record PodState(String phase, boolean started, String reason) {
  /** What does not pass in the time that there is. */
  private static final Set<String> HOPELESS =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "ErrImageNeverPull",
          "InvalidImageName",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError");

  boolean hopeless() {
    String word = reason.replaceAll(":.*", "");
    return HOPELESS.contains(word) || (phase.equals("Failed") && !started);
  }

  static PodState of(String pod) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(pod)) {
      return new Reading(json).pod();
    }
  }

  private static final class Reading {
    private final JsonParser json;
    private String phase = "";
    private String reason = "";
    private String message = "";
    private boolean started;

    Reading(JsonParser json) {
      this.json = json;
    }

    PodState pod() throws IOException {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean status = json.currentName().equals("status");
        if (json.nextToken() == JsonToken.START_OBJECT && status) {
          status();
        } else {
          json.skipChildren();
        }
      }
      return new PodState(phase, started, message.isEmpty() ? reason : reason + ": " + message);
    }

    private void status() throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "phase" -> phase = json.getValueAsString("");
          case "reason" -> reason = json.getValueAsString("");
          case "message" -> message = json.getValueAsString("");
          case "containerStatuses" -> containers();
          default -> json.skipChildren();
        }
      }
    }

    private void containers() throws IOException {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          boolean state = json.currentName().equals("state");
          if (json.nextToken() == JsonToken.START_OBJECT && state) {
            state();
          } else {
            json.skipChildren();
          }
        }
      }
    }

    private void state() throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String kind = json.currentName();
        started |= kind.equals("running") || kind.equals("terminated");
        if (json.nextToken() != JsonToken.START_OBJECT) {
          continue;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String field = json.currentName();
          json.nextToken();
          if (kind.equals("waiting") && field.equals("reason")) {
            reason = json.getValueAsString("");
          } else if (kind.equals("waiting") && field.equals("message")) {
            message = json.getValueAsString("");
          } else {
            json.skipChildren();
          }
        }
      }
    }
  }
}
