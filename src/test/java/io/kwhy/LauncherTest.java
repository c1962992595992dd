package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a distribution, and the archive of classes that it starts with. */
@Tag("slow")
class LauncherTest {
  /** In place of kwhy: tells whether the JVM took the archive, and what it was given. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "Main",
          """
          package io.kwhy.cli;
          class Main {
            public static void main(String[] words) {
              System.out.println(System.getProperty("java.vm.info") + " " + String.join("|", words));
            }
          }
          """,
          "Rehearsal",
          """
          package io.kwhy.cli;
          class Rehearsal {
            public static void main(String[] words) {
              Main.main(words);
            }
          }
          """);

  /** Assembled once, and copied for each test: a list and an archive of classes take seconds. */
  @TempDir private static Path shared;

  @TempDir private Path folder;
  private Path dist;

  @BeforeAll
  static void assemble() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "folders that are open have no path");
    Path made = Files.createDirectories(shared.resolve("made"));
    Files.createDirectories(made.resolve("rules"));
    compile();
    jar(Files.createDirectories(made.resolve("lib")).resolve("kwhy.jar"), SOURCES.keySet());
    jar(Files.createDirectories(made.resolve("live")).resolve("b.jar"), List.of());
    Files.copy(Path.of("src", "main", "dist", "archive.sh"), made.resolve("archive.sh"));
    Files.copy(Path.of("kwhy"), made.resolve("kwhy"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    run("sh", made.resolve("archive.sh").toString(), java, "sample");
    Files.createFile(made.resolve("built"));
  }

  /** The archive holds for jars of the same age. */
  @BeforeEach
  void copy() throws Exception {
    dist = folder.resolve("copied");
    run("cp", "-pR", shared.resolve("made").toString(), dist.toString());
  }

  @Test
  void archive_of_classes_is_taken_where_the_distribution_was_moved_to() throws Exception {
    assertThat(start(dist, "one", "and two")).contains("sharing", "one|and two");

    Path moved = Files.move(dist, folder.resolve("there"));

    assertThat(start(moved, "one")).contains("sharing");
    assertThat(Files.readString(moved.resolve("classes.lst"))).contains("io/kwhy/cli/Main");
  }

  @Test
  void archive_is_passed_over_where_a_jar_is_another() throws Exception {
    jar(dist.resolve("lib").resolve("kwhy.jar"), List.of("Main"));

    assertThat(start(dist, "one")).contains("one").doesNotContain("sharing");

    run("sh", dist.resolve("archive.sh").toString());
    assertThat(start(dist, "one")).contains("sharing");
  }

  @Test
  void java_that_is_too_old_is_not_started() throws Exception {
    Path old = Files.createDirectories(folder.resolve("jdk-11/bin")).getParent();
    Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho old one started\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
    ProcessBuilder builder =
        new ProcessBuilder("sh", dist.resolve("kwhy").toString(), "one").redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", old.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // Where the machine has another one in the usual place, that is taken.
    String refused = "kwhy: needs Java 17 or newer, found 11.0.2 (" + java + "); set JAVA_HOME\n";
    assertThat(process.waitFor() == 0 ? said : said.replace(refused, "one"))
        .contains("one")
        .doesNotContain("old one started");
  }

  @Test
  void lock_of_a_build_that_was_killed_holds_nobody_up() throws Exception {
    Path clone = Files.createDirectory(folder.resolve("clone"));
    Files.createDirectories(clone.resolve("src/main"));
    Files.createDirectories(clone.resolve("rules"));
    Files.createDirectories(clone.resolve("target/.building"));
    Files.move(dist, clone.resolve("target/dist"));
    Files.delete(clone.resolve("target/dist/built"));
    Files.createFile(clone.resolve("pom.xml"));
    Files.copy(Path.of("kwhy"), clone.resolve("kwhy"));
    Process killed = new ProcessBuilder("true").start();
    killed.waitFor();
    Files.writeString(clone.resolve("target/.building/pid"), killed.pid() + "\n");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    Path mvn = Files.writeString(tools.resolve("mvn"), "#!/bin/sh\ntouch target/dist/built\n");
    assertThat(mvn.toFile().setExecutable(true)).isTrue();
    String path = "PATH=" + tools + ":" + System.getenv("PATH");

    String said = run("env", path, "sh", clone.resolve("kwhy").toString(), "one");

    assertThat(said).contains("kwhy: built").contains("one").doesNotContain("waiting");
    assertThat(clone.resolve("target/.building")).doesNotExist();
  }

  @Test
  void folder_that_cannot_be_measured_is_looked_into_all_the_same() throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    Path du = Files.writeString(tools.resolve("du"), "#!/bin/sh\necho 5 x\nexit 1\n");
    assertThat(du.toFile().setExecutable(true)).isTrue();
    String path = "PATH=" + tools + ":" + System.getenv("PATH");

    String said = run("env", path, "sh", dist.resolve("kwhy").toString(), folder.toString());

    assertThat(said).contains(folder.toString());
  }

  private static void jar(Path file, Iterable<String> names) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        jar.putNextEntry(new JarEntry("io/kwhy/cli/" + name + ".class"));
        jar.write(Files.readAllBytes(shared.resolve("io/kwhy/cli/" + name + ".class")));
      }
      jar.putNextEntry(new JarEntry("none"));
    }
  }

  private static void compile() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--release", "17", "-d", shared.toString()));
    for (Map.Entry<String, String> source : SOURCES.entrySet()) {
      Path file = shared.resolve(source.getKey() + ".java");
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(code).isZero();
  }

  private static String start(Path dist, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", dist.resolve("kwhy").toString()));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new));
  }

  private static String run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
