package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What every object has: name, times, labels, owners. */
final class ObjectMeta implements FieldReader {
  private final JsonCursor json;
  private final JsonCursor.Step labels;
  private final FieldReader annotations;
  private List<Reference> owners = List.of();

  String name = "";
  String namespace = "";
  Instant created = Fact.UNKNOWN_TIME;
  boolean deleting;

  /** When it was to be gone; known where it is being deleted. */
  Instant deletion = Fact.UNKNOWN_TIME;

  List<String> finalizers = List.of();

  /** Number of the present spec; 0 where it has none. */
  int generation;

  /** Line of the name. */
  int line;

  ObjectMeta(JsonCursor json, JsonCursor.Step labels, FieldReader annotations) {
    this.json = json;
    this.labels = labels;
    this.annotations = annotations;
  }

  @Override
  public void field(String field) throws IOException {
    switch (field) {
      case "name" -> {
        name = json.word();
        line = json.line();
      }
      case "namespace" -> namespace = json.word();
      case "creationTimestamp" -> created = json.time();
      case "deletionTimestamp" -> {
        deleting = !json.atNull();
        deletion = json.time();
      }
      case "finalizers" -> finalizers = json.words();
      case "annotations" -> json.fields(annotations);
      case "generation" -> generation = json.integer();
      case "labels" -> labels.run();
      case "ownerReferences" -> owners = json.objects(() -> new Reference(json));
      default -> {}
    }
  }

  /** The owner that controls the object; an empty one where there is none. */
  Reference controller() {
    for (Reference owner : owners) {
      if (owner.controller) {
        return owner;
      }
    }
    return new Reference(json);
  }

  /** The owner that controls the object, else the first; an empty one where there is none. */
  Reference owner() {
    Reference controller = controller();
    return controller.controller || owners.isEmpty() ? controller : owners.get(0);
  }
}
