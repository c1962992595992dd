package io.kwhy.bundle.reading;

import io.kwhy.bundle.Damage;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Layout;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Printable;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Reads one input, of whatever kind it is. */
final class PartReader {
  private static final int BUFFER = 64 << 10;
  private static final String KINDS = "a folder, .tar.gz, .tar or .zip";

  private final String input;
  private final Path path;
  private final Intake intake;

  PartReader(Path path, Limits limits, EntryStore store) {
    this.input = Printable.name(path.toString());
    this.path = path;
    this.intake = new Intake(limits, store);
  }

  /** Entries that are no input but at hand. */
  static Part of(String name, List<Entry> entries) throws UnreadableBundleException {
    EntryStore nothing = new EntryStore(Limits.STANDARD);
    return new PartReader(Path.of(name), Limits.STANDARD, nothing)
        .part(name, entries, new ArrayList<>());
  }

  Part read() throws UnreadableBundleException {
    try {
      Path real = path.toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        folder(real);
        return part(real, "");
      }
      if (!attributes.isRegularFile()) {
        throw unreadable(KINDS, "a device, pipe or socket");
      }
      archive(real);
      return part(real, BundleRoot.prefixOf(input, intake.paths(), firstGap()));
    } catch (IOException e) {
      throw new UnreadableBundleException(
          input + ": expected " + KINDS + ", found: " + Damage.of(e), e);
    }
  }

  private void folder(Path real) throws IOException, UnreadableBundleException {
    try {
      new FolderReader(FolderRoot.of(input, real), intake).read();
    } catch (ReadingStoppedException e) {
      // Its gap is told already.
    }
  }

  private void archive(Path file) throws IOException, UnreadableBundleException {
    ArchiveFormat format = formatOf(file);
    switch (format) {
      case GZIP -> gzip(file);
      case TAR -> {
        try (CountingInputStream bytes = new CountingInputStream(Files.newInputStream(file))) {
          tar(new BufferedInputStream(bytes, BUFFER), bytes);
        }
      }
      case NODE_STREAM -> {
        try (InputStream bytes = Files.newInputStream(file)) {
          new NodeStreamReader(fileName(file), intake).read(bytes);
        }
      }
      case ZIP -> {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
          new ZipReader(fileName(file), channel, intake).read();
        }
      }
      default -> throw unreadable(KINDS, format.description());
    }
  }

  private void gzip(Path file) throws IOException, UnreadableBundleException {
    try (CountingInputStream compressed = new CountingInputStream(Files.newInputStream(file));
        InputStream gzip = new GzipMembers(compressed, BUFFER);
        InputStream bytes = new BufferedInputStream(gzip, BUFFER)) {
      bytes.mark(ArchiveFormat.HEAD);
      ArchiveFormat format = ArchiveFormat.of(bytes.readNBytes(ArchiveFormat.HEAD));
      bytes.reset();
      if (format == ArchiveFormat.NODE_STREAM) {
        Expansion expansion = new Expansion(intake.limits(), compressed::count);
        new NodeStreamReader(fileName(file), intake).read(expansion.watch(bytes));
        return;
      }
      if (format != ArchiveFormat.TAR) {
        throw unreadable("a tar in the gzip file", format.description());
      }
      tar(bytes, compressed);
    }
  }

  private void tar(InputStream bytes, CountingInputStream consumed) {
    Expansion expansion = new Expansion(intake.limits(), consumed::count);
    new TarReader(fileName(path), bytes, expansion, intake).read();
  }

  /** Tells why there may be so little in the archive. */
  private String firstGap() {
    return intake.gaps().below("").stream()
        .findFirst()
        .map(gap -> "; " + gap.origin() + ": " + gap.problem())
        .orElse("");
  }

  private static ArchiveFormat formatOf(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return ArchiveFormat.of(bytes.readNBytes(ArchiveFormat.HEAD));
    }
  }

  private Part part(Path real, String prefix) throws UnreadableBundleException {
    List<Entry> entries = intake.entriesBelow(prefix);
    return part(fileName(real), entries, new ArrayList<>(intake.gaps().below(prefix)));
  }

  private Part part(String name, List<Entry> entries, List<Gap> gaps)
      throws UnreadableBundleException {
    Manifest manifest = manifest(entries, gaps);
    for (Entry errors : entry(entries, BundleRoot.ERRORS)) {
      gaps.addAll(CollectorErrors.in(errors));
    }
    return new Part(name, manifest, entries, gaps);
  }

  private Manifest manifest(List<Entry> entries, List<Gap> gaps) throws UnreadableBundleException {
    for (Entry entry : entry(entries, Manifest.ENTRY)) {
      ManifestReader.Reading reading = ManifestReader.read(input, entry);
      gaps.addAll(reading.gaps());
      return reading.manifest();
    }
    if (entries.stream().noneMatch(any -> Layout.place(any.path()).isPresent())) {
      throw unreadable("bundle.json or other evidence of k3s in it", "none");
    }
    gaps.add(
        new Gap(
            Origin.of(Manifest.ENTRY),
            "expected when and from which nodes it was collected, found no such entry"));
    return ManifestReader.NOTHING_SAID;
  }

  /** The entry of that path, if there is one. */
  private static List<Entry> entry(List<Entry> entries, String path) {
    return entries.stream().filter(entry -> entry.path().equals(path)).toList();
  }

  private static String fileName(Path real) {
    Path name = real.getFileName();
    return Printable.name(name == null ? real.toString() : name.toString());
  }

  private UnreadableBundleException unreadable(String expected, String found) {
    return new UnreadableBundleException(input + ": expected " + expected + ", found " + found);
  }
}
