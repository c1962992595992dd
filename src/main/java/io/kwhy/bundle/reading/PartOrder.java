package io.kwhy.bundle.reading;

import io.kwhy.bundle.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An order of bundles that depends on what they hold, not on how they are named or given. */
final class PartOrder {
  private PartOrder() {}

  /** By time of capture; of those of one time, by what they hold. */
  static List<Part> oldestFirst(List<Part> parts) {
    Map<Instant, List<Part>> byTime = new TreeMap<>();
    for (Part part : parts) {
      byTime.computeIfAbsent(part.manifest().collectedAt(), time -> new ArrayList<>()).add(part);
    }
    List<Part> ordered = new ArrayList<>();
    for (List<Part> sameTime : byTime.values()) {
      ordered.addAll(sameTime.size() == 1 ? sameTime : byContent(sameTime));
    }
    return Collections.unmodifiableList(ordered);
  }

  private record Digested(String digest, Part part) {}

  private static List<Part> byContent(List<Part> parts) {
    return parts.stream()
        .map(part -> new Digested(digest(part), part))
        .sorted(
            Comparator.comparing(Digested::digest)
                .thenComparing(digested -> digested.part().name()))
        .map(Digested::part)
        .toList();
  }

  private static String digest(Part part) {
    MessageDigest digest = sha256();
    for (Entry entry : part.entries()) {
      digest.update((entry.path() + "\n" + entry.size() + "\n").getBytes(StandardCharsets.UTF_8));
      try (InputStream content = new DigestInputStream(entry.open(), digest)) {
        content.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // What cannot be read orders nothing; whoever parses the entry tells of it.
        digest.update((byte) 0);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
