package io.kwhy.rule.compiler;

import static java.util.Comparator.comparing;

import io.kwhy.rule.contents.ContentsWriter;
import io.kwhy.rule.file.ContentHash;
import io.kwhy.rule.file.InvalidRulesException;
import io.kwhy.rule.file.RuleFile;
import io.kwhy.rule.file.RuleFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Compiled rules that are kept between runs, in jars named after all that they were made from.
 * Others may have written into a folder that is not the user's alone: what lies there is held
 * against the sandbox again.
 */
public final class RuleCache {
  /** Each edit leaves a jar; who goes back to an older one waits some seconds again. */
  static final int MAX_JARS = 30;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path folder;
  private final RuleLayer builtIn;
  private final Runnable compilerElsewhere;

  /**
   * @param cacheFolder the user's folder for kwhy; jars go to {@code rules} in it
   * @param builtIn the built-in rules, which also say what to compile with
   * @param compilerElsewhere compiles everything that is missing into the same cache; asked where
   *     this JVM has no compiler
   */
  public RuleCache(Path cacheFolder, RuleLayer builtIn, Runnable compilerElsewhere) {
    this.folder = cacheFolder.resolve("rules");
    this.builtIn = builtIn;
    this.compilerElsewhere = compilerElsewhere;
  }

  /**
   * The folders' rules, compiled together now or earlier.
   *
   * @throws InvalidRulesException naming everything that is wrong in them
   */
  public RuleLayer layer(List<RuleFolder> folders, RuleLayer below) {
    RuleCompiler compiler = new RuleCompiler(below);
    return RuleLayer.of(
        keptOrMade(folders, below, () -> compiler.compile(folders, basis())), below);
  }

  /**
   * The rules of a folder in the place of the built-in ones; what did not change is taken over.
   *
   * @throws InvalidRulesException naming everything that is wrong in it
   */
  public RuleLayer edition(RuleFolder folder) {
    RuleCompiler compiler = new RuleCompiler(RuleLayer.ground());
    return RuleLayer.edition(
        keptOrMade(List.of(folder), builtIn, () -> compiler.edition(folder, builtIn)), builtIn);
  }

  /** Whether this JVM can compile rules. */
  public static boolean hasCompiler() {
    String compiler = "org/drools/model/codegen/ExecutableModelProject.class";
    return RuleCache.class.getClassLoader().getResource(compiler) != null;
  }

  private String basis() {
    return builtIn.contents().basis();
  }

  private CompiledRules keptOrMade(
      List<RuleFolder> folders, RuleLayer below, Supplier<CompiledRules> compilation) {
    Path jar = folder.resolve(key(folders, below) + ".jar");
    return kept(jar, below).orElseGet(() -> make(compilation, below, jar));
  }

  private Optional<CompiledRules> kept(Path jar, RuleLayer below) {
    if (!Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    try {
      CompiledRules rules = CompiledRules.readJar(jar);
      boolean sound =
          isOwnersOnly()
              || Sandbox.forbidden(rules.classes(), below.contents().declared()).isEmpty();
      return sound ? Optional.of(rules) : Optional.empty();
    } catch (IOException | IllegalStateException | UncheckedIOException e) {
      // Half a jar, or one of another kwhy: as good as none.
      return Optional.empty();
    }
  }

  private CompiledRules make(Supplier<CompiledRules> compilation, RuleLayer below, Path jar) {
    if (!hasCompiler()) {
      compilerElsewhere.run();
      return kept(jar, below)
          .orElseThrow(
              () -> new IllegalStateException("rules were compiled, but are not in " + jar));
    }
    CompiledRules rules = compilation.get();
    try {
      createFolder();
      rules.writeJar(jar);
      deleteOldest();
    } catch (IOException e) {
      // Only costs the next run its time. A JVM that waits for the jar says that it is missing.
    }
    return rules;
  }

  private String key(List<RuleFolder> folders, RuleLayer below) {
    ContentHash hash =
        new ContentHash()
            .add(Integer.toString(ContentsWriter.FORMAT))
            .add(builtIn.contents().engine())
            .add(basis())
            .add(Integer.toString(Runtime.version().feature()))
            .add(below.contents().sha256());
    folders.stream()
        .flatMap(each -> each.files().stream())
        .sorted(comparing(RuleFile::label))
        .forEach(file -> hash.add(file.label()).add(file.text()));
    return hash.hex();
  }

  private void createFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.toAbsolutePath().getParent());
      if (hasPermissions()) {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      } else {
        Files.createDirectories(folder);
      }
    }
  }

  private void deleteOldest() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : all) {
        times.put(jar, Files.getLastModifiedTime(jar));
      }
    }
    List<Path> newestLast =
        times.keySet().stream().sorted(Comparator.comparing(times::get)).toList();
    for (Path jar : newestLast.subList(0, Math.max(0, newestLast.size() - MAX_JARS))) {
      Files.deleteIfExists(jar);
    }
  }

  private boolean isOwnersOnly() throws IOException {
    if (!hasPermissions() || !Files.getPosixFilePermissions(folder).equals(OWNER_ONLY)) {
      return false;
    }
    try {
      String user = System.getProperty("user.name", "");
      return Files.getOwner(folder)
          .equals(
              folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    } catch (IOException e) {
      // A user without a name, as in many containers.
      return false;
    }
  }

  private boolean hasPermissions() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
