package io.kwhy.bundle.reading;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Damage;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Printable;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one bundle of several, the same one in whatever order they come. */
final class Merge {
  private static final int BLOCK = 64 << 10;

  private final NavigableMap<String, Owned> entries = new TreeMap<>();
  private final NavigableMap<String, Manifest.HostRecord> nodes = new TreeMap<>();
  private final NavigableSet<Gap> gaps = new TreeSet<>();
  private final GapList conflicts = new GapList(Limits.GAPS);

  private record Owned(Entry entry, Part part) {}

  private Merge() {}

  static Bundle of(List<Part> parts, EntryStore store) throws UnreadableBundleException {
    for (Part part : parts) {
      if (parts.size() > 1 && part.manifest().pseudonyms()) {
        throw new UnreadableBundleException(
            part.name()
                + ": expected a bundle as it was captured, to put it together with others, found one"
                + " with pseudonyms, whose host-1 may be another host than theirs; give all parts at"
                + " once: kwhy capture BUNDLE… --redact addresses -o FILE");
      }
    }
    List<Part> ordered = PartOrder.oldestFirst(parts);
    Part latest = ordered.get(ordered.size() - 1);
    Merge merge = new Merge();
    for (Part part : ordered) {
      merge.leaveOutWhatIsGone(part);
      part.entries().forEach(entry -> merge.add(entry, part));
      merge.add(part.manifest(), ordered.size() > 1);
    }
    for (Part part : ordered) {
      part.gaps().forEach(gap -> merge.add(gap, part));
    }
    merge.gaps.addAll(merge.conflicts.below(""));
    Manifest said = latest.manifest();
    return new Bundle(
        ordered.stream().map(Part::name).sorted().collect(Collectors.joining(" + ")),
        new Manifest(
            Manifest.SCHEMA, said.product(), said.collectedAt(), said.pseudonyms(), merge.nodes),
        merge.entries.values().stream().map(Owned::entry).toList(),
        List.copyOf(merge.gaps),
        store);
  }

  /**
   * A file that an earlier look at a host found and this later one did not is gone: kept, it would
   * count as there. What could not be had this time stays from the earlier one, and so does what is
   * of no look of ours, such as logs that somebody put beside it.
   */
  private void leaveOutWhatIsGone(Part later) {
    Set<String> found =
        later.entries().stream().map(Entry::path).collect(Collectors.toCollection(HashSet::new));
    Set<String> forms = found.stream().map(Merge::withoutForm).collect(Collectors.toSet());
    Set<String> missed = new HashSet<>();
    later.gaps().forEach(gap -> missed.add(withoutForm(gap.origin().entry())));
    for (String host : later.manifest().nodes().keySet()) {
      String folder = "nodes/" + host + "/";
      boolean whole = Stream.of("files/", "commands/").allMatch(kind -> any(found, folder + kind));
      if (!looked(later, host) || !whole || missed.contains("nodes/" + host)) {
        continue;
      }
      int gone = 0;
      Iterator<Owned> earlier =
          entries.subMap(folder, "nodes/" + host + (char) ('/' + 1)).values().iterator();
      while (earlier.hasNext()) {
        Owned owned = earlier.next();
        String path = owned.entry().path();
        if (looked(owned.part(), host)
            && !found.contains(path)
            && (forms.contains(withoutForm(path)) || !missed.contains(withoutForm(path)))) {
          earlier.remove();
          gone++;
        }
      }
      if (gone > 0) {
        conflicts.add(
            new Gap(
                Origin.of(Printable.name(later.name())),
                gone
                    + " entries of "
                    + host
                    + " in earlier bundles are left out, which this later one has no more"));
      }
    }
  }

  private static boolean looked(Part part, String host) {
    Manifest.HostRecord record = part.manifest().nodes().get(host);
    return record != null && record.collected();
  }

  private static boolean any(Set<String> paths, String start) {
    return paths.stream().anyMatch(path -> path.startsWith(start));
  }

  /** A command has one of two forms. */
  private static String withoutForm(String path) {
    return path.replaceFirst("(/commands/[^/]*)\\.(?:json|txt)$", "$1");
  }

  private void add(Entry entry, Part part) {
    Owned older = entries.put(entry.path(), new Owned(entry, part));
    if (older == null || isPerBundle(entry.path())) {
      return;
    }
    Origin origin = Origin.of(Printable.name(entry.path()));
    try {
      if (!same(older.entry(), entry)) {
        String problem =
            "expected the same in all bundles, found another in "
                + older.part().name()
                + "; the later one, of "
                + part.name()
                + ", is used";
        conflicts.add(new Gap(origin, problem));
      }
    } catch (IOException e) {
      conflicts.add(new Gap(origin, "expected to compare it, found: " + Damage.of(e)));
    }
  }

  /** Each bundle has its own. */
  private static boolean isPerBundle(String path) {
    return path.equals(Manifest.ENTRY) || path.equals(BundleRoot.ERRORS);
  }

  /** A gap in an entry that is not the one in the bundle tells where it is from. */
  private void add(Gap gap, Part part) {
    Owned used = entries.get(gap.origin().entry());
    boolean elsewhere = used != null && !used.part().equals(part);
    gaps.add(elsewhere ? new Gap(gap.origin(), gap.problem() + " (in " + part.name() + ")") : gap);
  }

  /**
   * Of a host that several know, the latest says what it is, unless only an earlier one could log
   * in to it. Each host keeps the time it was captured at.
   */
  private void add(Manifest manifest, boolean several) {
    for (Map.Entry<String, Manifest.HostRecord> node : manifest.nodes().entrySet()) {
      Manifest.HostRecord host = node.getValue();
      Manifest.HostRecord older = nodes.get(node.getKey());
      if (older == null || host.collected() || !older.collected()) {
        nodes.put(node.getKey(), several ? timed(host, manifest) : host);
      }
    }
  }

  private static Manifest.HostRecord timed(Manifest.HostRecord host, Manifest manifest) {
    return host.collectedAt().equals(Fact.UNKNOWN_TIME)
        ? new Manifest.HostRecord(
            host.role(),
            host.hostname(),
            host.addresses(),
            host.collected(),
            manifest.collectedAt(),
            host.skewSeconds(),
            host.line())
        : host;
  }

  private static boolean same(Entry one, Entry other) throws IOException {
    if (one.size() != other.size()) {
      return false;
    }
    try (InputStream a = one.open();
        InputStream b = other.open()) {
      byte[] fromOne = a.readNBytes(BLOCK);
      while (fromOne.length > 0) {
        if (!Arrays.equals(fromOne, b.readNBytes(BLOCK))) {
          return false;
        }
        fromOne = a.readNBytes(BLOCK);
      }
      return b.read() < 0;
    }
  }
}
