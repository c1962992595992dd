package io.kwhy.names;

import java.util.Optional;

/** What makes a text a name that a resolver can be asked for. */
public final class NameText {
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;

  private NameText() {}

  /**
   * What keeps it from being a name, or an address; empty where nothing does.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4">RFC 1035, size limits</a>
   */
  public static Optional<String> fault(String text) {
    if (text.matches(ResolutionPaths.ADDRESS)) {
      return Optional.empty();
    }
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (text.contains("://")) {
      return Optional.of("is a URL, of which the host's part is the name");
    }
    String foreign = name.replaceAll("[A-Za-z0-9_.-]", "");
    if (!foreign.isEmpty()) {
      return Optional.of(
          "has \"%s\", expected letters, digits, \"-\", \"_\" and dots"
              .formatted(Character.toString(foreign.codePointAt(0))));
    }
    if (name.length() > LONGEST_NAME) {
      return Optional.of(
          "has %s characters, a name has %s at most".formatted(name.length(), LONGEST_NAME));
    }
    for (String label : name.split("\\.", -1)) {
      if (label.isEmpty()) {
        return Optional.of("has two dots without anything between, or begins with one");
      }
      if (label.length() > LONGEST_LABEL) {
        return Optional.of("has more than %s characters between two dots".formatted(LONGEST_LABEL));
      }
    }
    return Optional.empty();
  }
}
