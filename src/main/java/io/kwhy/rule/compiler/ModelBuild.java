package io.kwhy.rule.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.StaticJavaParser;
import io.kwhy.rule.contents.Contents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/**
 * Rule files made into classes by Drools. The only class that needs Drools' compiler; the same
 * texts give the same bytes.
 *
 * @param classes by path, e.g. {@code symptoms/Rules.class}
 * @param models names of the classes that hold the rules of a package each
 * @param engine version of Drools
 * @param errors what Drools says is wrong; then there are no classes
 * @param crash what Drools died of, if it did
 */
record ModelBuild(
    SortedMap<String, byte[]> classes,
    List<String> models,
    String engine,
    List<Message> errors,
    Optional<Throwable> crash) {

  private static final String SOURCES = "src/main/resources/";
  private static final String VERSION = "Drools-Model-Version:";

  /**
   * Compiles rule files together.
   *
   * @param texts by the name that the engine's messages use
   * @param types finds the classes that rules import
   */
  static ModelBuild of(Map<String, String> texts, ClassLoader types) {
    // Drools takes these from the system only. Without the first, class names differ run by run.
    System.setProperty("drools.reproducibleExecutableModelGeneration", "true");
    System.setProperty("drools.dialect.java.compiler.lnglevel", "17");
    // Drools parses each import of a package for each type that is declared anywhere; the compiler
    // checks it all.
    StaticJavaParser.setConfiguration(
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.RAW));
    try {
      return build(texts, types);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return new ModelBuild(
          Collections.emptySortedMap(), List.of(), "", List.of(), Optional.of(rootOf(e)));
    }
  }

  /** What becomes of no files. */
  static ModelBuild nothing(String engine) {
    return new ModelBuild(
        Collections.emptySortedMap(), List.of(), engine, List.of(), Optional.empty());
  }

  boolean failed() {
    return crash.isPresent() || !errors.isEmpty();
  }

  /** See {@link Contents#parts}. */
  Map<String, Integer> parts(Collection<String> rules) {
    Map<String, Integer> parts = new TreeMap<>();
    for (String model : models) {
      parts.putAll(RuleParts.of(classes.get(model.replace('.', '/') + ".class"), rules));
    }
    return parts;
  }

  private static ModelBuild build(Map<String, String> texts, ClassLoader types) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(services.newReleaseId("io.kwhy", "rules", "1"));
    new TreeMap<>(texts).forEach((name, text) -> files.write(SOURCES + name, text));
    KieBuilder builder =
        services.newKieBuilder(files, types).buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      return new ModelBuild(
          Collections.emptySortedMap(), List.of(), "", List.copyOf(errors), Optional.empty());
    }
    return ofModule((InternalKieModule) builder.getKieModule());
  }

  private static ModelBuild ofModule(InternalKieModule module) {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    List<String> models = new ArrayList<>();
    String engine = "";
    for (String file : new TreeSet<>(module.getFileNames())) {
      if (file.endsWith(".class") && !file.startsWith("org/drools/project/model/")) {
        classes.put(file, module.getBytes(file));
      } else if (file.endsWith("/drools-model")) {
        List<String> lines = new String(module.getBytes(file), UTF_8).lines().sorted().toList();
        engine = lines.stream().filter(l -> l.startsWith(VERSION)).findFirst().orElse(VERSION);
        lines.stream().filter(l -> !l.isBlank() && !l.startsWith(VERSION)).forEach(models::add);
      }
    }
    return new ModelBuild(
        classes, models, engine.substring(VERSION.length()), List.of(), Optional.empty());
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
