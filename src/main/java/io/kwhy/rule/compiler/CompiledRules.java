package io.kwhy.rule.compiler;

import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.contents.ContentsReader;
import io.kwhy.rule.contents.ContentsWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rules as classes, and what they hold.
 *
 * @param classes by path, e.g. {@code symptoms/Rules.class}
 */
record CompiledRules(Contents contents, SortedMap<String, byte[]> classes) {
  CompiledRules {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
  }

  /** Writes classes and contents below a folder, as a class path wants them. */
  void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      write(folder.resolve(entry.getKey()), entry.getValue());
    }
    write(folder.resolve(Contents.PATH), ContentsWriter.write(contents));
  }

  /** Writes a jar; whoever looks meanwhile sees the old one, or none, or all of the new one. */
  void writeJar(Path jar) throws IOException {
    Path folder = jar.toAbsolutePath().getParent();
    Path unfinished = Files.createTempFile(folder, "rules", ".tmp");
    try {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
        add(zip, Contents.PATH, ContentsWriter.write(contents));
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
          add(zip, entry.getKey(), entry.getValue());
        }
      }
      Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  static CompiledRules readJar(Path jar) throws IOException {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry index = zip.getEntry(Contents.PATH);
      if (index == null) {
        throw new IOException(jar + " lacks " + Contents.PATH);
      }
      Contents contents = ContentsReader.read(zip.getInputStream(index));
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = zip.getInputStream(entry)) {
            classes.put(entry.getName(), in.readAllBytes());
          }
        }
      }
      return new CompiledRules(contents, classes);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
