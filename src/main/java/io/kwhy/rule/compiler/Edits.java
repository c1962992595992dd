package io.kwhy.rule.compiler;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.kwhy.rule.contents.Origins;
import io.kwhy.rule.contents.Origins.Origin;
import io.kwhy.rule.file.ContentHash;
import io.kwhy.rule.source.DrlFile;
import io.kwhy.rule.source.DrlText;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of many rule files have to be compiled again: those that have changed, and those that use a
 * type whose declaration has changed.
 *
 * @param files those files; where the types that one declares are still the same, without their
 *     declarations, so that all rules go on sharing one class
 * @param standing full names of the types that are still the same
 * @param packages those of the files, and of files that are gone
 */
record Edits(List<DrlFile> files, Set<String> standing, SortedSet<String> packages) {
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** What rules of other files can use besides types. */
  private static final Pattern SHARED =
      Pattern.compile("^\\s*(?:function|query|global)\\b", Pattern.MULTILINE);

  private static final Pattern IMPORT = Pattern.compile("^\\s*import\\b.*");

  Edits {
    files = List.copyOf(files);
    standing = Set.copyOf(standing);
    packages = Collections.unmodifiableSortedSet(new TreeSet<>(packages));
  }

  /** What has changed; nothing where files share more than types: all are to be compiled then. */
  static Optional<Edits> since(Origins earlier, List<DrlFile> files) {
    Map<String, Origin> before = byPath(earlier);
    Map<String, Origin> after = byPath(origins(files));
    if (Stream.of(before, after).flatMap(all -> all.values().stream()).anyMatch(Origin::shares)) {
      return Optional.empty();
    }
    Set<String> types = redeclared(before, after);
    spread(types, files);
    List<DrlFile> again =
        files.stream()
            .filter(file -> hasChanged(file, before, after) || uses(file, types))
            .map(file -> declares(file, types) ? file : file.withoutDeclarations())
            .toList();
    Set<String> standing =
        files.stream()
            .filter(file -> !declares(file, types))
            .flatMap(file -> file.declaredNames().stream())
            .collect(toSet());
    SortedSet<String> packages = new TreeSet<>();
    again.forEach(file -> packages.add(file.packageName()));
    before.values().stream()
        .filter(was -> isGone(was, after))
        .forEach(was -> packages.add(was.packageName()));
    return Optional.of(new Edits(again, standing, packages));
  }

  /** The files as they are, to be held against those of a later time. */
  static Origins origins(List<DrlFile> files) {
    return new Origins(files.stream().map(Edits::origin).toList());
  }

  /** What these files import, as Drools lets all files of a package use it. */
  static String imports(List<DrlFile> files) {
    return files.stream()
        .flatMap(file -> file.textWithOnly(List.of()).lines())
        .filter(line -> IMPORT.matcher(line).matches())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static Origin origin(DrlFile file) {
    String text = file.file().text();
    String others =
        DrlText.withoutComments(file.textWithOnly(List.of()))
            .lines()
            .filter(line -> !line.isBlank() && !IMPORT.matcher(line).matches())
            .collect(Collectors.joining("\n"));
    return new Origin(
        file.file().path(),
        file.packageName(),
        new ContentHash().add(text).hex(),
        new ContentHash().add(others).hex(),
        file.declared(),
        SHARED.matcher(DrlText.codeOnly(text)).find());
  }

  private static Map<String, Origin> byPath(Origins origins) {
    return origins.files().stream().collect(toMap(Origin::path, Function.identity()));
  }

  private static boolean hasChanged(
      DrlFile file, Map<String, Origin> before, Map<String, Origin> after) {
    String path = file.file().path();
    Origin was = before.get(path);
    return was == null || !was.text().equals(after.get(path).text());
  }

  private static boolean isGone(Origin was, Map<String, Origin> after) {
    Origin now = after.get(was.path());
    return now == null || !now.packageName().equals(was.packageName());
  }

  private static boolean declares(DrlFile file, Set<String> types) {
    return !Collections.disjoint(file.declared(), types);
  }

  /** Types that were declared otherwise, or not at all, before or after. */
  private static Set<String> redeclared(Map<String, Origin> before, Map<String, Origin> after) {
    Map<String, String> unchanged = new HashMap<>();
    before.forEach((path, was) -> unchanged.put(path, was.declarations()));
    unchanged
        .entrySet()
        .removeIf(
            each ->
                !after.containsKey(each.getKey())
                    || !after.get(each.getKey()).declarations().equals(each.getValue()));
    return Stream.of(before, after)
        .flatMap(all -> all.values().stream())
        .filter(file -> !unchanged.containsKey(file.path()))
        .flatMap(file -> file.declared().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Adds the types that are declared beside others of these, or with their help. */
  private static void spread(Set<String> types, List<DrlFile> files) {
    boolean grows = !types.isEmpty();
    while (grows) {
      grows = false;
      for (DrlFile file : files) {
        grows |= uses(file, types) && types.addAll(file.declared());
      }
    }
  }

  private static boolean uses(DrlFile file, Set<String> types) {
    return !types.isEmpty()
        && WORD.matcher(file.file().text())
            .results()
            .map(MatchResult::group)
            .anyMatch(types::contains);
  }
}
