package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Public types, their public methods and constructors say what they give. Read from the text, as
 * the formatter leaves it; constants, components of records and what overrides are free to.
 */
class JavadocTest {
  private static final Pattern TYPE =
      Pattern.compile(
          "(?<modifiers>((public|protected|private|static|final|abstract|sealed|non-sealed) )*)"
              + "(?<kind>class|record|interface|enum|@interface) \\w+.*");

  private static final Pattern METHOD =
      Pattern.compile(
          "(?<modifiers>((public|private|static|final|abstract|default|synchronized) )*)"
              + "(<.*?> )?(?<given>[\\w<>,.?\\[\\]& ]+ )?\\w+\\(.*");

  /**
   * A type whose members come.
   *
   * @param visible whether others than its room may know it
   */
  private record Enclosing(int indent, boolean visible, boolean isInterface) {}

  private final List<String> silent = new ArrayList<>();

  @Test
  void what_is_public_says_what_it_gives() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
        read(source, Files.readAllLines(source));
      }
    }
    assertThat(silent).isEmpty();
  }

  private void read(Path source, List<String> lines) {
    Deque<Enclosing> types = new ArrayDeque<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      int indent = indent(lines.get(i));
      if (!line.isEmpty()) {
        types.removeIf(type -> type.indent() >= indent);
      }
      Matcher type = TYPE.matcher(line);
      boolean declared = type.matches();
      boolean silentlyPublic =
          declared
              ? isPublic(type, types.peek())
              : !types.isEmpty() && isPublicMethod(line, indent, types.peek());
      if (silentlyPublic && !isTold(lines, i)) {
        silent.add(source + ":" + (i + 1) + ": " + line);
      }
      if (declared) {
        types.push(new Enclosing(indent, silentlyPublic, type.group("kind").equals("interface")));
      }
    }
  }

  private static boolean isPublic(Matcher declared, Enclosing within) {
    boolean isPublic = declared.group("modifiers").contains("public");
    return within == null
        ? isPublic
        : within.visible() && (isPublic || isOpen(declared.group("modifiers"), within));
  }

  private static boolean isPublicMethod(String line, int indent, Enclosing within) {
    Matcher method = METHOD.matcher(line);
    if (!within.visible() || indent != within.indent() + 2 || !method.matches()) {
      return false;
    }
    String modifiers = method.group("modifiers");
    return modifiers.contains("public")
        || (method.group("given") != null && isOpen(modifiers, within));
  }

  /** Members of an interface are public without a word. */
  private static boolean isOpen(String modifiers, Enclosing within) {
    return within.isInterface() && !modifiers.contains("private");
  }

  /** Annotations may stand between, each on a line or on several. */
  private static boolean isTold(List<String> lines, int declaration) {
    int indent = indent(lines.get(declaration));
    for (int above = declaration - 1; indent(lines.get(above)) >= indent; above--) {
      String line = lines.get(above).strip();
      if (line.endsWith("*/") || line.equals("@Override")) {
        return true;
      }
      if (line.isEmpty() || line.endsWith(";") || line.equals("}")) {
        return false;
      }
    }
    return false;
  }

  private static int indent(String line) {
    return line.indexOf(line.strip());
  }
}
