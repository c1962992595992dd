package io.kwhy.rule.compiler;

import io.kwhy.rule.card.Card;
import io.kwhy.rule.contents.Cards;
import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.contents.ContentsReader;
import io.kwhy.rule.contents.RuleEntry;
import io.kwhy.rule.file.ContentHash;
import io.kwhy.rule.file.InvalidRulesException;
import io.kwhy.rule.file.Placed;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFile;
import io.kwhy.rule.file.RuleFolder;
import io.kwhy.rule.file.RuleKind;
import io.kwhy.rule.source.DrlFile;
import io.kwhy.rule.source.RuleSources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes rules folders into classes that are loaded without a compiler. The build does it with the
 * built-in rules, the command line with users' rules. The same files give the same bytes.
 */
public final class RuleCompiler {
  /** So many are worth a short cut that is of no use where something is wrong in them. */
  private static final int MANY_FILES = 100;

  private final RuleLayer below;

  /**
   * @param below rules that the compiled ones come on top of
   */
  RuleCompiler(RuleLayer below) {
    this.below = below;
  }

  /**
   * Compiles the built-in rules: {@code RULES_FOLDER OUTPUT_FOLDER}. Does nothing where the output
   * is that of the same rules and facts.
   *
   * @throws InvalidRulesException naming everything that is wrong in the rules
   * @throws IOException if rules can't be read, or classes can't be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("expected RULES_FOLDER OUTPUT_FOLDER");
    }
    build(RuleFolder.read(Path.of(arguments[0])), Path.of(arguments[1]));
  }

  /**
   * Compiles folders together.
   *
   * @param basis see {@link Contents#basis()}
   * @throws InvalidRulesException naming everything that is wrong in them
   */
  CompiledRules compile(List<RuleFolder> folders, String basis) {
    RuleSources sources = RuleSources.read(folders, below.contents(), below.loader());
    if (!sources.problems().isEmpty()) {
      throw new InvalidRulesException(sources.problems());
    }
    SortedMap<String, DrlFile> byName = new TreeMap<>();
    sources.drls().forEach(drl -> byName.put(engineName(drl.file(), byName), drl));
    ClassLoader types = typesFor(sources);
    ModelBuild build = build(byName, types);
    checkSandbox(byName, types, build);
    return new CompiledRules(contents(folders, sources, build, basis), build.classes());
  }

  /** Classes of an earlier compilation of the same packages must not be mistaken for ours. */
  private ClassLoader typesFor(RuleSources sources) {
    SortedSet<String> packages = new TreeSet<>();
    sources.drls().forEach(drl -> packages.add(drl.packageName()));
    return new RuleClassLoader(packages, new TreeMap<>(), below.loader());
  }

  private static ModelBuild build(SortedMap<String, DrlFile> byName, ClassLoader types) {
    SortedMap<String, String> texts = new TreeMap<>();
    byName.forEach((name, drl) -> texts.put(name, drl.file().text()));
    if (texts.size() >= MANY_FILES) {
      SortedMap<String, String> quicker = new TreeMap<>(texts);
      quicker.replaceAll((name, text) -> Imports.byPackage(text));
      ModelBuild build = ModelBuild.of(quicker, types);
      if (!build.failed()) {
        return build;
      }
    }
    ModelBuild build = ModelBuild.of(texts, types);
    if (build.failed()) {
      List<Problem> problems = new ArrayList<>(new CompileErrors(byName, types).locate(build));
      if (problems.isEmpty()) {
        build.errors().forEach(e -> problems.add(new Problem(e.getPath(), 0, e.getText())));
        build.crash().ifPresent(crash -> problems.add(new Problem("rules", 0, crash.toString())));
      }
      throw new InvalidRulesException(problems);
    }
    return build;
  }

  private void checkSandbox(SortedMap<String, DrlFile> byName, ClassLoader types, ModelBuild all) {
    if (forbidden(all).isEmpty()) {
      return;
    }
    CompileErrors alone = new CompileErrors(byName, types);
    SortedSet<String> everywhere = forbidden(alone.buildOnly(List.of()));
    List<Problem> problems = new ArrayList<>();
    for (CompileErrors.Wrong wrong :
        alone.wrong(Set.of(), build -> !everywhere.containsAll(forbidden(build)))) {
      SortedSet<String> inRule = forbidden(wrong.build());
      inRule.removeAll(everywhere);
      for (String what : inRule) {
        problems.add(
            wrong
                .file()
                .file()
                .problem(
                    wrong.rule().line(),
                    "rule \"%s\" uses %s, which rules may not"
                        .formatted(wrong.rule().name(), what)));
      }
    }
    if (problems.isEmpty() || !everywhere.isEmpty()) {
      RuleFile any = byName.get(byName.firstKey()).file();
      (everywhere.isEmpty() ? forbidden(all) : everywhere)
          .forEach(
              what ->
                  problems.add(
                      new Problem(
                          any.folder(),
                          0,
                          "a declaration or function uses " + what + ", which rules may not")));
    }
    throw new InvalidRulesException(problems);
  }

  private SortedSet<String> forbidden(ModelBuild build) {
    return Sandbox.forbidden(build.classes(), below.contents().declared());
  }

  private static Contents contents(
      List<RuleFolder> folders, RuleSources sources, ModelBuild build, String basis) {
    ContentHash hash = new ContentHash();
    folders.forEach(folder -> hash.add(folder.sha256()));
    List<String> declared = new ArrayList<>();
    sources.drls().forEach(drl -> declared.addAll(drl.declaredNames()));
    List<RuleEntry> rules = sources.entries();
    return new Contents(
        folders.size() == 1 ? folders.get(0).sha256() : hash.hex(),
        build.engine(),
        basis,
        build.models(),
        declared,
        rules,
        build.parts(rules.stream().map(RuleEntry::name).toList()),
        sources.signals().stream().map(Placed::value).toList(),
        Cards.of(
            sources.cards().stream()
                .map(Placed::value)
                .sorted(Comparator.comparing(Card::kind).thenComparing(Card::id))
                .toList()));
  }

  /** Drools shows this name in messages at run time, and can't bear {@code ..} in it. */
  private static String engineName(RuleFile file, Map<String, DrlFile> taken) {
    String name = file.label().replaceAll("^/+|\\.\\.", "").replaceAll("[^A-Za-z0-9._/-]", "_");
    while (taken.containsKey(name)) {
      name = "_" + name;
    }
    return name;
  }

  private static void build(RuleFolder rules, Path output) throws IOException {
    String basis = Basis.sha256(output);
    if (isUpToDate(output, rules.sha256(), basis)) {
      return;
    }
    CompiledRules compiled = new RuleCompiler(RuleLayer.ground()).compile(List.of(rules), basis);
    for (RuleKind kind : RuleKind.values()) {
      deleteAll(output.resolve(kind.folder()));
    }
    compiled.writeTo(output);
  }

  private static boolean isUpToDate(Path output, String rules, String basis) {
    try (InputStream in = Files.newInputStream(output.resolve(Contents.PATH))) {
      Contents earlier = ContentsReader.read(in);
      return earlier.sha256().equals(rules)
          && earlier.basis().equals(basis)
          && earlier.models().stream()
              .allMatch(name -> Files.exists(output.resolve(name.replace('.', '/') + ".class")));
    } catch (IOException | IllegalStateException e) {
      return false;
    }
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
