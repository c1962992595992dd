package io.kwhy.rule.compiler;

import io.kwhy.rule.card.Card;
import io.kwhy.rule.contents.Cards;
import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.contents.Origins;
import io.kwhy.rule.contents.RuleEntry;
import io.kwhy.rule.file.ContentHash;
import io.kwhy.rule.file.InvalidRulesException;
import io.kwhy.rule.file.Placed;
import io.kwhy.rule.file.RuleFile;
import io.kwhy.rule.file.RuleFolder;
import io.kwhy.rule.source.DrlFile;
import io.kwhy.rule.source.RuleSources;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes rules folders into classes that are loaded without a compiler. The build does it with the
 * built-in rules, the command line with users' rules. The same files give the same bytes.
 */
public final class RuleCompiler {
  private final RuleLayer below;

  /**
   * @param below rules that the compiled ones come on top of
   */
  RuleCompiler(RuleLayer below) {
    this.below = below;
  }

  /**
   * Compiles folders together.
   *
   * @param basis see {@link Contents#basis()}
   * @throws InvalidRulesException naming everything that is wrong in them
   */
  CompiledRules compile(List<RuleFolder> folders, String basis) {
    return compile(folders, read(folders), basis);
  }

  /** The same with folders that were read. */
  CompiledRules compile(List<RuleFolder> folders, RuleSources sources, String basis) {
    ModelBuild build = CheckedBuild.of(sources.drls(), Set.of(), below);
    return new CompiledRules(contents(folders, sources, build, basis, Set.of()), build.classes());
  }

  /**
   * Compiles of a folder what has changed since an earlier compilation; the rest is taken over.
   * Where that is not known, all is compiled.
   *
   * @param earlier rules of the same basis, on top of the same as these
   * @throws InvalidRulesException naming everything that is wrong in the folder
   */
  CompiledRules edition(RuleFolder folder, RuleLayer earlier) {
    List<RuleFolder> folders = List.of(folder);
    RuleSources sources = read(folders);
    return origins(earlier.loader())
        .flatMap(origins -> Edits.since(origins, sources.drls()))
        .map(edits -> edition(folders, sources, edits, earlier))
        .orElseGet(() -> compile(folders, sources, earlier.contents().basis()));
  }

  private static CompiledRules edition(
      List<RuleFolder> folders, RuleSources sources, Edits edits, RuleLayer earlier) {
    ModelBuild build =
        edits.files().isEmpty()
            ? ModelBuild.nothing(earlier.contents().engine())
            : CheckedBuild.of(
                withImports(edits.files(), sources.drls()), edits.standing(), earlier);
    Set<String> inherited = new TreeSet<>();
    sources.entries().forEach(rule -> inherited.add(rule.name()));
    edits.files().forEach(file -> file.rules().forEach(rule -> inherited.remove(rule.name())));
    return new CompiledRules(
        contents(folders, sources, build, earlier.contents().basis(), inherited), build.classes());
  }

  /**
   * Compiles some packages of a folder.
   *
   * @param earlier what was compiled before of the same files of all other packages
   * @return the classes of those packages alone; the contents tell of all
   * @throws InvalidRulesException naming everything that is wrong in them
   */
  CompiledRules packages(
      List<RuleFolder> folders, RuleSources sources, Set<String> packages, Contents earlier) {
    List<DrlFile> files =
        sources.drls().stream().filter(file -> packages.contains(file.packageName())).toList();
    ModelBuild build =
        files.isEmpty()
            ? ModelBuild.nothing(earlier.engine())
            : CheckedBuild.of(files, Set.of(), RuleLayer.of(earlier, below.loader()));
    Contents contents = contents(folders, sources, build, earlier.basis(), Set.of());
    return new CompiledRules(contents.withOthers(earlier, packages), build.classes());
  }

  RuleSources read(List<RuleFolder> folders) {
    RuleSources sources = RuleSources.read(folders, below.contents(), below.loader());
    if (!sources.problems().isEmpty()) {
      throw new InvalidRulesException(sources.problems());
    }
    return sources;
  }

  /** What the other files of their packages import, too: rules may use it. */
  private static List<DrlFile> withImports(List<DrlFile> files, List<DrlFile> all) {
    List<DrlFile> together = new ArrayList<>(files);
    files.stream()
        .map(DrlFile::packageName)
        .distinct()
        .forEach(
            name -> {
              String imports =
                  Edits.imports(
                      all.stream().filter(file -> file.packageName().equals(name)).toList());
              RuleFile file = new RuleFile("", name + ".drl", "package " + name + ";\n" + imports);
              together.add(new DrlFile(file, name, List.of(), List.of()));
            });
    return together;
  }

  private static Optional<Origins> origins(ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(Origins.PATH)) {
      return in == null ? Optional.empty() : Optional.of(Origins.read(in));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Contents contents(
      List<RuleFolder> folders,
      RuleSources sources,
      ModelBuild build,
      String basis,
      Set<String> inherited) {
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
        inherited,
        sources.signals().stream().map(Placed::value).toList(),
        Cards.of(
            sources.cards().stream()
                .map(Placed::value)
                .sorted(Comparator.comparing(Card::kind).thenComparing(Card::id))
                .toList()));
  }
}
