package io.kwhy.collect.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that gives a login, as cloud providers have them. The library takes what such a program
 * says on standard error for a part of its answer, and waits for it without an end.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">Kubernetes:
 *     credential plugins</a>
 */
final class LoginProgram {
  private static final int SECONDS = 60;
  private static final int ANSWER = 1 << 20;

  private final String files;
  private final String user;
  private final Stanza exec;

  LoginProgram(String files, String user, Stanza exec) {
    this.files = files;
    this.user = user;
    this.exec = exec;
  }

  /**
   * Runs it; what it says on standard error is for the user to see.
   *
   * @param config gets the token, or the certificate and its key
   */
  void run(Config config) throws NoClusterException {
    Map<String, String> status;
    try {
      status = status(output());
    } catch (IOException e) {
      throw none(e.getMessage());
    }
    String token = status.getOrDefault("token", "");
    String certificate = status.getOrDefault("clientCertificateData", "");
    if (token.isEmpty() && certificate.isEmpty()) {
      throw none("got none");
    }
    if (!token.isEmpty()) {
      config.setAutoOAuthToken(token);
    }
    if (!certificate.isEmpty()) {
      config.setClientCertData(encoded(certificate));
      config.setClientKeyData(encoded(status.getOrDefault("clientKeyData", "")));
    }
  }

  /** As a kubeconfig has it, and the library wants it. */
  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private NoClusterException none(String problem) {
    return new NoClusterException(
        "%s: expected a token or a certificate from %s for the user %s, %s; run it by hand to see why"
            .formatted(files, exec.text("command"), user, problem));
  }

  private byte[] output() throws IOException {
    Process process = started();
    CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
    try {
      byte[] read = output.get(SECONDS, TimeUnit.SECONDS);
      // It may have more to say than is read, and wait for somebody who does.
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("it did not end in " + SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException("it ended with " + process.exitValue());
      }
      return read;
    } catch (TimeoutException e) {
      throw new IOException("got none in " + SECONDS + " s", e);
    } catch (ExecutionException e) {
      throw new IOException("got none", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroy();
    }
  }

  private Process started() throws IOException {
    List<String> words = new ArrayList<>();
    String command = exec.text("command");
    words.add(command.contains("/") ? exec.path("command") : command);
    words.addAll(exec.texts("args"));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectInput(ProcessBuilder.Redirect.INHERIT);
    for (Stanza variable : exec.children("env")) {
      builder.environment().put(variable.text("name"), variable.text("value"));
    }
    builder
        .environment()
        .put(
            "KUBERNETES_EXEC_INFO",
            "{\"apiVersion\":\"%s\",\"kind\":\"ExecCredential\",\"spec\":{\"interactive\":false}}"
                .formatted(exec.text("apiVersion")));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException("got none, since it cannot be started", e);
    }
  }

  private static byte[] read(Process process) {
    try {
      return process.getInputStream().readNBytes(ANSWER);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** The texts in {@code status}. */
  private static Map<String, String> status(byte[] answer) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json =
        new JsonFactory().createParser(new String(answer, StandardCharsets.UTF_8))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean status = json.currentName().equals("status");
        if (json.nextToken() == JsonToken.START_OBJECT && status) {
          texts(json, fields);
        } else {
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      // The parser's message would quote what may be a token.
      throw new IOException("got what is no JSON");
    }
    return fields;
  }

  private static void texts(JsonParser json, Map<String, String> fields) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        fields.put(field, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }
}
