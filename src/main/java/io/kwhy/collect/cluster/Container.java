package io.kwhy.collect.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.collect.list.ItemList;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A container whose log may be worth reading.
 *
 * @param node that it is on; {@code ""} if none
 * @param started whether it ever ran
 * @param restarted whether an earlier one left a log
 * @param well whether it runs and is ready, or did its work
 * @param failed when the one before it ended badly; {@link Instant#MIN} where none did
 */
record Container(
    String namespace,
    String pod,
    String node,
    String name,
    boolean started,
    boolean restarted,
    boolean well,
    Instant failed) {

  /** Tells the containers in a list of pods. */
  static void each(InputStream pods, Consumer<Container> told) throws IOException {
    ItemList.each(pods, json -> new Reading(json, told).pod());
  }

  private static final class Reading {
    private final JsonParser json;
    private final Consumer<Container> told;

    Reading(JsonParser json, Consumer<Container> told) {
      this.json = json;
      this.told = told;
    }

    void pod() throws IOException {
      String namespace = "";
      String name = "";
      String node = "";
      List<Container> containers = new ArrayList<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (field.equals("metadata")) {
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
              case "name" -> name = json.getValueAsString("");
              case "namespace" -> namespace = json.getValueAsString("");
              default -> json.skipChildren();
            }
          }
        } else if (field.equals("spec")) {
          node = node();
        } else if (field.equals("status")) {
          status(containers);
        } else {
          json.skipChildren();
        }
      }
      for (Container container : containers) {
        told.accept(
            new Container(
                namespace,
                name,
                node,
                container.name,
                container.started,
                container.restarted,
                container.well,
                container.failed));
      }
    }

    private String node() throws IOException {
      String node = "";
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean named = json.currentName().equals("nodeName");
        json.nextToken();
        if (named) {
          node = json.getValueAsString("");
        } else {
          json.skipChildren();
        }
      }
      return node;
    }

    private void status(List<Container> containers) throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean statuses = json.currentName().endsWith("ontainerStatuses");
        json.nextToken();
        if (statuses && json.currentToken() == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            containers.add(container());
          }
        } else {
          json.skipChildren();
        }
      }
    }

    private Container container() throws IOException {
      String name = "";
      boolean ready = false;
      int restarts = 0;
      String state = "";
      Instant failed = Instant.MIN;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "name" -> name = json.getValueAsString("");
          case "ready" -> ready = json.getValueAsBoolean(false);
          case "restartCount" -> restarts = json.getValueAsInt(0);
          case "state" -> state = state();
          case "lastState" -> failed = failed();
          default -> json.skipChildren();
        }
      }
      boolean done = state.equals("terminated 0");
      boolean started = restarts > 0 || !state.startsWith("waiting");
      return new Container("", "", "", name, started, restarts > 0, ready || done, failed);
    }

    /** When it ended with another exit code than 0. */
    private Instant failed() throws IOException {
      Instant failed = Instant.MIN;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
          continue;
        }
        int code = 0;
        String finished = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String field = json.currentName();
          json.nextToken();
          switch (field) {
            case "exitCode" -> code = json.getValueAsInt(0);
            case "finishedAt" -> finished = json.getValueAsString("");
            default -> json.skipChildren();
          }
        }
        failed = code == 0 ? failed : time(finished);
      }
      return failed;
    }

    private static Instant time(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        return Instant.MIN;
      }
    }

    /** {@code running}, {@code waiting} or {@code terminated} with the exit code. */
    private String state() throws IOException {
      String state = "";
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        state = json.currentName();
        if (json.nextToken() != JsonToken.START_OBJECT) {
          continue;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          boolean code = json.currentName().equals("exitCode");
          json.nextToken();
          if (code) {
            state = "terminated " + json.getValueAsInt(-1);
          } else {
            json.skipChildren();
          }
        }
      }
      return state;
    }
  }
}
