package io.kwhy.rule.compiler;

import io.kwhy.rule.file.InvalidRulesException;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFile;
import io.kwhy.rule.source.DrlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rule files made into classes, if nothing is wrong in them and they touch what rules may. */
final class CheckedBuild {
  /** So many are worth a short cut that is of no use where something is wrong in them. */
  private static final int MANY_FILES = 100;

  private CheckedBuild() {}

  /**
   * Compiles files together.
   *
   * @param standing types in the packages of these files that are taken from below
   * @throws InvalidRulesException naming everything that is wrong in them
   */
  static ModelBuild of(List<DrlFile> files, Collection<String> standing, RuleLayer below) {
    SortedMap<String, DrlFile> byName = new TreeMap<>();
    SortedSet<String> packages = new TreeSet<>();
    for (DrlFile drl : files) {
      byName.put(engineName(drl.file(), byName), drl);
      packages.add(drl.packageName());
    }
    // Classes of an earlier compilation of the same packages must not be mistaken for ours.
    ClassLoader types = new RuleClassLoader(packages, standing, new TreeMap<>(), below.loader());
    ModelBuild build = build(byName, types);
    checkSandbox(byName, types, build, below.contents().declared());
    return build;
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

  private static void checkSandbox(
      SortedMap<String, DrlFile> byName,
      ClassLoader types,
      ModelBuild all,
      Collection<String> known) {
    if (forbidden(all, known).isEmpty()) {
      return;
    }
    CompileErrors alone = new CompileErrors(byName, types);
    SortedSet<String> everywhere = forbidden(alone.buildOnly(List.of()), known);
    List<Problem> problems = new ArrayList<>();
    for (CompileErrors.Wrong wrong :
        alone.wrong(Set.of(), build -> !everywhere.containsAll(forbidden(build, known)))) {
      SortedSet<String> inRule = forbidden(wrong.build(), known);
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
      (everywhere.isEmpty() ? forbidden(all, known) : everywhere)
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

  private static SortedSet<String> forbidden(ModelBuild build, Collection<String> known) {
    return Sandbox.forbidden(build.classes(), known);
  }

  /** Drools shows this name in messages at run time, and can't bear {@code ..} in it. */
  private static String engineName(RuleFile file, Map<String, DrlFile> taken) {
    String name = file.label().replaceAll("^/+|\\.\\.", "").replaceAll("[^A-Za-z0-9._/-]", "_");
    while (taken.containsKey(name)) {
      name = "_" + name;
    }
    return name;
  }
}
