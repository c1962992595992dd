package io.kwhy.rule.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules, cards and signals of a rules folder, sorted by path; whatever else lies there is left
 * alone. Links are followed, because a mounted ConfigMap consists of them.
 *
 * @param name as the user named it
 */
public record RuleFolder(String name, List<RuleFile> files) {
  static final int MAX_FILES = 2_000;
  static final int MAX_FILE_BYTES = 256 * 1024;
  static final int MAX_BYTES = 8 * 1024 * 1024;

  private static final int MAX_DEPTH = 8;
  private static final Set<String> EXTENSIONS = Set.of("drl", "md", "yaml");

  public RuleFolder {
    files = List.copyOf(files);
  }

  /**
   * Reads a rules folder.
   *
   * @throws InvalidRulesException if it is no folder, or holds more or larger files than rules are
   */
  public static RuleFolder read(Path folder) {
    String name = folder.toString().replace('\\', '/');
    if (!Files.isDirectory(folder)) {
      throw new InvalidRulesException(
          List.of(new Problem(name, 0, "is not a folder, expected a folder of rules")));
    }
    List<Problem> problems = new ArrayList<>();
    List<RuleFile> files = new ArrayList<>();
    long bytes = 0;
    for (Path path : relevant(folder, problems)) {
      String below = folder.relativize(path).toString().replace('\\', '/');
      bytes += read(path, name, below, files, problems);
      if (bytes > MAX_BYTES) {
        problems.add(new Problem(name, 0, "holds more than " + MAX_BYTES + " bytes of rules"));
        break;
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidRulesException(problems);
    }
    return new RuleFolder(name, files);
  }

  /** What is in the files, and where they lie below the folder; not what the folder is called. */
  public String sha256() {
    ContentHash hash = new ContentHash();
    files.forEach(file -> hash.add(file.path()).add(file.text()));
    return hash.hex();
  }

  private static List<Path> relevant(Path folder, List<Problem> problems) {
    try (Stream<Path> all = Files.walk(folder, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> found =
          all.filter(path -> isRelevant(folder.relativize(path)) && Files.isRegularFile(path))
              .limit(MAX_FILES + 1L)
              .sorted()
              .toList();
      if (found.size() > MAX_FILES) {
        problems.add(new Problem(folder.toString(), 0, "holds more than " + MAX_FILES + " files"));
        return List.of();
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      String why =
          e.getCause() instanceof FileSystemLoopException loop
              ? loop.getFile() + " links to a folder that it lies in"
              : "cannot be listed: " + e.getMessage();
      problems.add(new Problem(folder.toString(), 0, why));
      return List.of();
    }
  }

  private static boolean isRelevant(Path below) {
    String path = below.toString();
    for (Path part : below) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String top = below.getName(0).toString();
    boolean known = top.equals("signals") || RuleKind.ofFolder(top).isPresent();
    return (known || path.endsWith(".drl"))
        && EXTENSIONS.contains(path.substring(path.lastIndexOf('.') + 1));
  }

  private static long read(
      Path path, String folder, String below, List<RuleFile> files, List<Problem> problems) {
    String label = folder + "/" + below;
    try {
      long size = Files.size(path);
      if (size > MAX_FILE_BYTES) {
        problems.add(
            new Problem(label, 0, "has " + size + " bytes, expected up to " + MAX_FILE_BYTES));
        return 0;
      }
      byte[] bytes = Files.readAllBytes(path);
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      files.add(new RuleFile(folder, below, text.replace("\r\n", "\n")));
      return bytes.length;
    } catch (CharacterCodingException e) {
      problems.add(new Problem(label, 0, "is not UTF-8"));
    } catch (NoSuchFileException e) {
      problems.add(new Problem(label, 0, "was removed while it was read"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + label, e);
    }
    return 0;
  }
}
