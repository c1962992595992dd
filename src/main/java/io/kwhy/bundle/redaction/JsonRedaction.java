package io.kwhy.bundle.redaction;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Copies JSON of the API from a parser to a generator, without secrets and without what nobody
 * reads: who manages which field, and the copy of an object that {@code kubectl apply} leaves in
 * it.
 */
public final class JsonRedaction {
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private final JsonParser in;
  private final JsonGenerator out;
  private final boolean metadataOnly;

  /**
   * @param metadataOnly whether objects lose what they hold
   */
  public JsonRedaction(JsonParser in, JsonGenerator out, boolean metadataOnly) {
    this.in = in;
    this.out = out;
    this.metadataOnly = metadataOnly;
  }

  /** Copies the value that the parser is at. */
  public void value() throws IOException {
    value("", "");
  }

  /** Copies a field of a top-level object, with its name; the parser is at the value. */
  public void field(String name) throws IOException {
    if (metadataOnly && isHeld(name)) {
      in.skipChildren();
      return;
    }
    out.writeFieldName(name);
    value(name, "");
  }

  private static boolean isHeld(String name) {
    return name.equals("data") || name.equals("stringData") || name.equals("binaryData");
  }

  /**
   * @param name of the field that the value belongs to
   * @param sibling what the field {@code name} before it says: variables are pairs of name and
   *     value
   */
  private void value(String name, String sibling) throws IOException {
    switch (in.currentToken()) {
      case START_OBJECT -> object(name);
      case START_ARRAY -> array(name);
      case VALUE_STRING -> text(name, sibling);
      default -> out.copyCurrentEventExact(in);
    }
  }

  private void object(String of) throws IOException {
    out.writeStartObject();
    String called = "";
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken token = in.nextToken();
      if (isDropped(of, name)) {
        in.skipChildren();
        continue;
      }
      out.writeFieldName(name);
      value(name, name.equals("value") ? called : "");
      if (name.equals("name") && token == JsonToken.VALUE_STRING) {
        called = in.getText();
      }
    }
    out.writeEndObject();
  }

  private boolean isDropped(String of, String name) {
    return (of.equals("metadata") && name.equals("managedFields"))
        || (of.equals("annotations") && (metadataOnly || name.equals(LAST_APPLIED)));
  }

  private void array(String name) throws IOException {
    out.writeStartArray();
    String before = "";
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (in.currentToken() == JsonToken.VALUE_STRING) {
        String text = in.getText();
        boolean announced =
            before.startsWith("-") && before.indexOf('=') < 0 && SecretName.is(before);
        if (announced && !text.startsWith("-")) {
          out.writeString(masked(text));
        } else {
          text("", "");
        }
        before = text;
      } else {
        value(name, "");
        before = "";
      }
    }
    out.writeEndArray();
  }

  /** Most texts hold nothing, and go from one buffer into the other. */
  private void text(String name, String sibling) throws IOException {
    boolean telling = !sibling.isEmpty() && SecretName.is(sibling);
    if (telling || (SecretName.is(name) && !isReference(name))) {
      out.writeString(masked(in.getText()));
      return;
    }
    char[] letters = in.getTextCharacters();
    int from = in.getTextOffset();
    int length = in.getTextLength();
    if (PlainText.is(letters, from, length)) {
      out.writeString(letters, from, length);
      return;
    }
    String text = in.getText();
    Redaction.Kind kind = isSettings(name, text) ? Redaction.Kind.SETTINGS : Redaction.Kind.PROSE;
    out.writeString(Redaction.text(text, kind));
  }

  /** Annotations of ingresses name Secrets: {@code …/auth-secret}. */
  private static boolean isReference(String name) {
    return name.indexOf('/') >= 0 && name.endsWith("secret");
  }

  /** Files in ConfigMaps and values of charts have lines; messages and commands have one. */
  private static boolean isSettings(String name, String text) {
    return text.indexOf('\n') >= 0 && !name.equals("message");
  }

  private static String masked(String text) {
    return text.indexOf('\n') >= 0 ? Blanking.MARK : SecretValue.masked(text);
  }
}
