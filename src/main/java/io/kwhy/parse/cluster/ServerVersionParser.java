package io.kwhy.parse.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import io.kwhy.fact.cluster.ServerVersion;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import io.kwhy.parse.json.JsonEntry;
import java.io.IOException;

/**
 * The API server's version, as {@code kubectl version -o json} wraps it, as {@code /version} gives
 * it, or below {@code info} as troubleshoot.sh keeps it.
 */
final class ServerVersionParser implements Parser {
  private final JsonEntry entry;

  ServerVersionParser(JsonFactory factory) {
    this.entry = new JsonEntry(factory, "the server's version");
  }

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    entry.read(
        input,
        facts,
        (json, told) -> {
          Version version = new Version(json);
          if (json.next()) {
            json.fields(version);
          }
          version.tell(told);
        });
  }

  private static final class Version implements FieldReader {
    private final JsonCursor json;
    private String server = "";
    private boolean client;
    private int line;

    private Version(JsonCursor json) {
      this.json = json;
    }

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "serverVersion", "info" -> json.fields(this::version);
        case "clientVersion" -> client = true;
        default -> version(name);
      }
    }

    private void version(String name) throws IOException {
      if (name.equals("gitVersion")) {
        server = json.word();
        line = json.line();
      }
    }

    private void tell(Facts facts) {
      if (!server.isEmpty()) {
        facts.add(new ServerVersion(server, facts.at(line)));
      } else if (client) {
        facts.gap(0, "has the clientVersion alone, expected a serverVersion beside it");
      } else {
        facts.gap(0, "has no gitVersion, expected that of the server");
      }
    }
  }
}
