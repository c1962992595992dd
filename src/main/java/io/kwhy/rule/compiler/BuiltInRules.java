package io.kwhy.rule.compiler;

import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.contents.ContentsReader;
import io.kwhy.rule.contents.Origins;
import io.kwhy.rule.file.InvalidRulesException;
import io.kwhy.rule.file.RuleFolder;
import io.kwhy.rule.file.RuleKind;
import io.kwhy.rule.source.RuleSources;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The built-in rules, as the build compiles them among the program's classes. */
public final class BuiltInRules {
  private final Path output;

  private BuiltInRules(Path output) {
    this.output = output;
  }

  /**
   * Compiles the built-in rules: {@code RULES_FOLDER OUTPUT_FOLDER}. Does nothing where the output
   * is that of the same rules and facts; where the facts are the same, it compiles those packages
   * alone in which rules have changed.
   *
   * @throws InvalidRulesException naming everything that is wrong in the rules
   * @throws IOException if rules can't be read, or classes can't be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("expected RULES_FOLDER OUTPUT_FOLDER");
    }
    new BuiltInRules(Path.of(arguments[1])).compile(RuleFolder.read(Path.of(arguments[0])));
  }

  private void compile(RuleFolder folder) throws IOException {
    String basis = Basis.sha256(output);
    Optional<Contents> earlier = earlier().filter(contents -> contents.basis().equals(basis));
    if (earlier.filter(contents -> contents.sha256().equals(folder.sha256())).isPresent()) {
      return;
    }
    // Types that packages without changes declare.
    try (URLClassLoader types =
        new URLClassLoader(
            new URL[] {output.toUri().toURL()}, BuiltInRules.class.getClassLoader())) {
      compile(folder, earlier, basis, new RuleCompiler(RuleLayer.of(Contents.NONE, types)));
    }
  }

  private void compile(
      RuleFolder folder, Optional<Contents> earlier, String basis, RuleCompiler compiler)
      throws IOException {
    List<RuleFolder> folders = List.of(folder);
    RuleSources sources = compiler.read(folders);
    Optional<Edits> edits = Optional.empty();
    if (earlier.isPresent()) {
      edits = Edits.since(origins(), sources.drls());
    }
    CompiledRules compiled =
        edits.isPresent()
            ? compiler.packages(folders, sources, edits.get().packages(), earlier.get())
            : compiler.compile(folders, sources, basis);
    // Without it, a build that is broken off here counts as none.
    Files.deleteIfExists(output.resolve(Contents.PATH));
    if (edits.isPresent()) {
      for (String each : edits.get().packages()) {
        deleteAll(output.resolve(each.replace('.', '/')));
      }
    } else {
      for (RuleKind kind : RuleKind.values()) {
        deleteAll(output.resolve(kind.folder()));
      }
    }
    write(Origins.PATH, Edits.origins(sources.drls()).write());
    compiled.writeTo(output);
  }

  /** What was compiled before, if it is whole. */
  private Optional<Contents> earlier() {
    try (InputStream in = Files.newInputStream(output.resolve(Contents.PATH))) {
      return Optional.of(ContentsReader.read(in))
          .filter(
              contents ->
                  contents.models().stream()
                      .map(name -> output.resolve(name.replace('.', '/') + ".class"))
                      .allMatch(Files::exists));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private Origins origins() throws IOException {
    try (InputStream in = Files.newInputStream(output.resolve(Origins.PATH))) {
      return Origins.read(in);
    }
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = output.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
