package io.kwhy.parse.cluster;

import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Deletion;
import io.kwhy.fact.cluster.PendingFinalizer;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.Locale;

/**
 * One object of a kind: is told its fields in whatever order they come, and in the end tells the
 * facts that they make. A new kind is a subclass with a field for each thing it keeps, and a line
 * in {@link ClusterParsers}.
 */
abstract class ObjectReader implements FieldReader {
  final JsonCursor json;
  final ObjectMeta meta;
  private String kind = "";

  ObjectReader(JsonCursor json) {
    this.json = json;
    this.meta = new ObjectMeta(json, this::labels, this::annotation);
  }

  @Override
  public final void field(String name) throws IOException {
    switch (name) {
      case "kind" -> kind = json.word();
      case "metadata" -> json.fields(meta);
      default -> section(name);
    }
  }

  /** The kind that the object says it is; {@code ""} where it does not say. */
  final String kind() {
    return kind;
  }

  /** The labels of the object, as a whole. */
  void labels() throws IOException {
    json.fields(this::label);
  }

  /** A label of the object; the cursor is on its value. */
  void label(String name) throws IOException {}

  /** An annotation of the object; the cursor is on its value. */
  void annotation(String name) throws IOException {}

  /** Any other field of the object; the cursor is on its value. */
  abstract void section(String name) throws IOException;

  /** Tells what was read. Called once, after the last field, if the object has a name. */
  abstract void tell(Facts facts);

  /** Tells that the object is being deleted, if it is. */
  final void tellDeletion(String objectKind, Facts facts) {
    if (!meta.deleting) {
      return;
    }
    String word = objectKind.toLowerCase(Locale.ROOT);
    Origin origin = facts.at(meta.line);
    facts.add(
        new Deletion(word, meta.namespace, meta.name, meta.deletion, meta.finalizers, origin));
    for (String finalizer : meta.finalizers) {
      facts.add(
          new PendingFinalizer(word, meta.namespace, meta.name, finalizer, meta.deletion, origin));
    }
  }
}
