package io.kwhy.parse.k3s;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.bundle.redaction.PasswdRow;
import io.kwhy.bundle.redaction.PasswordFingerprint;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.NodePasswordRecord;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** What servers keep of the passwords of nodes, in files and in Secrets; it stays in this room. */
final class KeptPasswords {
  private static final String SECRET_SUFFIX = ".node-password.k3s";

  /** What a server keeps for a name. */
  record Kept(String server, String store, String kind, String secret, Origin origin) {
    boolean accepts(String password, BiPredicate<String, String> fits) {
      return kind.equals("secret") ? fits.test(secret, password) : secret.equals(password);
    }
  }

  private final Map<String, List<Kept>> kept = new TreeMap<>();
  private final Consumer<Fact> out;

  KeptPasswords(Consumer<Fact> out) {
    this.out = out;
  }

  /** What is kept for a name. */
  List<Kept> of(String name) {
    return kept.getOrDefault(name, List.of());
  }

  /** Reads the file of a server. */
  void file(String server, Input input, Facts facts) throws IOException {
    List<String> lines = SmallFile.lines(input, facts);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Optional<PasswdRow> row = PasswdRow.of(lines.get(i));
      if (row.isEmpty()) {
        facts.gap(i + 1, "expected password,name; found less than two columns");
        continue;
      }
      String name = row.get().name();
      String password = row.get().password();
      keep(name, new Kept(server, input.hostPath(), "file", password, facts.at(i + 1)));
      out.accept(
          new NodePasswordRecord(
              server,
              name,
              input.hostPath(),
              PasswordFingerprint.of(password),
              Fact.UNKNOWN_TIME,
              facts.at(i + 1)));
    }
  }

  private void keep(String name, Kept record) {
    kept.computeIfAbsent(name, key -> new ArrayList<>()).add(record);
  }

  /** Reads the list of Secrets. */
  void secrets(Input input, Facts facts) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(input.open())) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("items")) {
          if (json.nextToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
              secret(json, facts);
            }
          }
        }
      }
    } catch (JsonProcessingException e) {
      // The list's own parser reports the gap.
      return;
    }
  }

  private void secret(JsonParser json, Facts facts) throws IOException {
    PasswordSecret secret = PasswordSecret.read(json);
    if (secret.namespace().equals("kube-system") && secret.name().endsWith(SECRET_SUFFIX)) {
      remember(secret.name(), secret.hash(), secret.created(), facts.at(secret.line()), facts);
    }
  }

  private void remember(String secret, String hash, Instant created, Origin origin, Facts facts) {
    String name = secret.substring(0, secret.length() - SECRET_SUFFIX.length());
    String store = "Secret kube-system/" + secret;
    out.accept(new NodePasswordRecord("", name, store, "", created, origin));
    // Of one name there is one; to try a hash takes a tenth of a second.
    boolean again = of(name).stream().anyMatch(known -> known.store().equals(store));
    if (hash.isEmpty() || again) {
      return;
    }
    try {
      String text = new String(Base64.getDecoder().decode(hash), StandardCharsets.UTF_8);
      keep(name, new Kept("", store, "secret", text, origin));
    } catch (IllegalArgumentException e) {
      facts.gap(
          origin.line(), "expected base64 in data.hash of the " + store + ", found other text");
    }
  }
}
