package io.kwhy.collect.node;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kwhy.bundle.redaction.PasswdRow;
import io.kwhy.bundle.redaction.PasswordFingerprint;
import io.kwhy.bundle.redaction.ScryptHash;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * What the files of node passwords on one host hold, made into fingerprints as soon as they are
 * read. Passwords are not kept longer than that.
 */
public final class NodePasswordVault {

  private NodePasswordVault() {}

  /**
   * The text of {@code checks/node-password.json}.
   *
   * @param files their content by absolute path
   * @param names under which the host may be registered
   * @param hashes what the cluster's Secrets remember for a name; {@code ""} where there is nothing
   */
  public static String checks(
      Map<String, String> files, Collection<String> names, UnaryOperator<String> hashes)
      throws IOException {
    return checks(files, names, hashes, ScryptHash::accepts);
  }

  /**
   * As {@link #checks(Map, Collection, UnaryOperator)}.
   *
   * @param fits whether a hash, the first, was made of a password, the second
   */
  public static String checks(
      Map<String, String> files,
      Collection<String> names,
      UnaryOperator<String> hashes,
      BiPredicate<String, String> fits)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      String own = files.getOrDefault("/etc/rancher/node/password", "").strip();
      json.writeStringField("fingerprint", own.isEmpty() ? "" : PasswordFingerprint.of(own));
      json.writeArrayFieldStart("records");
      for (Map.Entry<String, String> file : files.entrySet()) {
        if (file.getKey().endsWith("/node-passwd")) {
          records(json, file.getKey(), file.getValue().lines().toList());
        }
      }
      json.writeEndArray();
      json.writeArrayFieldStart("checks");
      for (String name : names) {
        String hash = own.isEmpty() ? "" : hashes.apply(name);
        if (!hash.isEmpty()) {
          check(json, name, () -> fits.test(hash, own));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void records(JsonGenerator json, String path, List<String> lines)
      throws IOException {
    for (String line : lines) {
      Optional<PasswdRow> row = PasswdRow.of(line);
      if (row.isPresent()) {
        json.writeStartObject();
        json.writeStringField("name", row.get().name());
        json.writeStringField("store", path);
        json.writeStringField("fingerprint", PasswordFingerprint.of(row.get().password()));
        json.writeEndObject();
      }
    }
  }

  private static void check(JsonGenerator json, String name, BooleanSupplier fits)
      throws IOException {
    boolean accepted;
    try {
      accepted = fits.getAsBoolean();
    } catch (IllegalArgumentException e) {
      // A form of a later k3s: then nothing is known.
      return;
    }
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeBooleanField("accepted", accepted);
    json.writeStringField("store", "Secret kube-system/" + name + ".node-password.k3s");
    json.writeStringField("kind", "secret");
    json.writeEndObject();
  }
}
