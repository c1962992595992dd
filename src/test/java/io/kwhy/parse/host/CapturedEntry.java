package io.kwhy.parse.host;

import io.kwhy.Captures;
import io.kwhy.bundle.Source;
import io.kwhy.parse.Parsed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** An entry of a real capture that a host parser reads. */
final class CapturedEntry {

  private final String capture;
  private final Source source;
  private final String path;
  private final byte[] content;

  private CapturedEntry(String capture, Source source, String path, byte[] content) {
    this.capture = capture;
    this.source = source;
    this.path = path;
    this.content = content;
  }

  String capture() {
    return capture;
  }

  Source source() {
    return source;
  }

  /** Path in the bundle. */
  String path() {
    return path;
  }

  byte[] content() {
    return content.clone();
  }

  /** All of them, in the order of captures and their archives. */
  static List<CapturedEntry> all() throws IOException {
    Map<Pattern, Source> patterns = patterns();
    List<CapturedEntry> all = new ArrayList<>();
    for (Path capture : Captures.all()) {
      read(capture, patterns, all);
    }
    return all;
  }

  private static void read(Path capture, Map<Pattern, Source> patterns, List<CapturedEntry> all)
      throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(capture));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String path = entry.getName().substring(entry.getName().indexOf('/') + 1);
        for (Map.Entry<Pattern, Source> pattern : patterns.entrySet()) {
          if (entry.isFile() && pattern.getKey().matcher(path).matches()) {
            all.add(
                new CapturedEntry(
                    capture.getFileName().toString(),
                    pattern.getValue(),
                    path,
                    tar.readAllBytes()));
          }
        }
      }
    }
  }

  private static Map<Pattern, Source> patterns() {
    Map<String, Source> globs = new TreeMap<>();
    for (Source source : Parsed.parsers().keySet()) {
      source.capture().entries().forEach(glob -> globs.put(glob, source));
    }
    Map<Pattern, Source> patterns = new LinkedHashMap<>();
    globs.forEach(
        (glob, source) ->
            patterns.put(
                Pattern.compile(
                    glob.replace(".", "\\.").replace("*", "[^/]*").replace("{node}", "[^/]+")),
                source));
    return patterns;
  }

  Parsed parsed() {
    return Parsed.of(source, path, content);
  }

  @Override
  public String toString() {
    return capture + "!" + path;
  }
}
