package io.kwhy.bundle.reading;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.EntryName;
import io.kwhy.bundle.Printable;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what one input holds, name by name; refuses what no bundle should hold, and says so. Names
 * are those of the input until {@link #entriesBelow}.
 */
final class Intake {
  /** What lies under a name. */
  private sealed interface Found {
    record Stored(long size, Entry.Content content) implements Found {}

    record Link(String target) implements Found {}
  }

  private final Limits limits;
  private final EntryStore store;
  private final GapList gaps;
  private final Map<String, Found> found = new HashMap<>();
  private int count;
  private long characters;

  Intake(Limits limits, EntryStore store) {
    this.limits = limits;
    this.store = store;
    this.gaps = new GapList(limits.gaps());
  }

  Limits limits() {
    return limits;
  }

  GapList gaps() {
    return gaps;
  }

  /**
   * A name was met, of whatever kind. Returns the path it stands for, or nothing where it must not
   * be used; then there is a gap.
   *
   * @throws ReadingStoppedException if there are too many of them
   */
  Optional<String> accept(String raw) throws ReadingStoppedException {
    count++;
    characters += raw.length();
    if (count > limits.entries()) {
      throw new ReadingStoppedException(
          "expected at most " + limits.entries() + " entries, found more; the rest is not read");
    }
    if (characters > limits.nameCharacters()) {
      throw new ReadingStoppedException(
          "expected names of at most "
              + limits.nameCharacters()
              + " characters in all, found more; the rest is not read");
    }
    EntryName name = EntryName.of(raw);
    if (name instanceof EntryName.Bad bad) {
      gaps.add(raw, bad.problem());
      return Optional.empty();
    }
    String path = ((EntryName.Path) name).path();
    if (EntryName.isResourceFork(path)) {
      return Optional.empty();
    }
    if (path.indexOf('\uFFFD') >= 0) {
      gaps.add(path, "expected a name in UTF-8, found other bytes in it");
    }
    return Optional.of(path);
  }

  /** A file whose content stays where it is. */
  void file(String path, long size, Entry.Content content) {
    put(path, new Found.Stored(size, content));
  }

  /**
   * A file whose content passes by once. Returns whether it was whole; if not, what there was of it
   * is kept, and there is a gap.
   */
  boolean file(String path, InputStream data) throws ReadingStoppedException {
    EntryStore.Kept kept = store.keep(data);
    put(path, new Found.Stored(kept.size(), kept.content()));
    if (!kept.damage().isEmpty()) {
      gaps.add(
          path,
          "expected the whole entry, found " + kept.size() + " bytes of it: " + kept.damage());
    }
    return kept.damage().isEmpty();
  }

  /** A link; whether it leads to a file is seen when all are known. */
  void link(String path, EntryName target) {
    if (target instanceof EntryName.Path file) {
      put(path, new Found.Link(file.path()));
    } else if (target instanceof EntryName.Bad bad) {
      gaps.add(path, "expected a link to a file in the bundle, " + bad.problem());
    }
  }

  /** What came under that name is not to be used after all. */
  void forget(String path) {
    found.remove(path);
  }

  /** Something that is no file, and is never opened. */
  void refuse(String path, String kind) {
    gaps.add(path, "expected a file, found " + kind);
  }

  /** Names of all files and links, in no particular order. */
  Iterable<String> paths() {
    return found.keySet();
  }

  /**
   * The entries below a prefix, sorted by path; a gap tells of what lies elsewhere.
   *
   * @param prefix what wraps the bundle, {@code ""} or ending in a slash
   */
  List<Entry> entriesBelow(String prefix) {
    List<String> paths = new ArrayList<>(found.keySet());
    paths.sort(Comparator.naturalOrder());
    List<Entry> entries = new ArrayList<>(paths.size());
    List<String> outside = new ArrayList<>();
    for (String path : paths) {
      if (path.startsWith(prefix)) {
        stored(path, prefix)
            .map(file -> new Entry(path.substring(prefix.length()), file.size(), file.content()))
            .ifPresent(entries::add);
      } else {
        outside.add(path);
      }
    }
    if (!outside.isEmpty()) {
      gaps.add(
          outside.get(0),
          "expected all entries below " + prefix + ", found " + outside.size() + " elsewhere");
    }
    return entries;
  }

  private void put(String path, Found now) {
    if (found.put(path, now) != null) {
      gaps.add(path, "expected one entry of this name, found another; the last one is used");
    }
  }

  private Optional<Found.Stored> stored(String path, String prefix) {
    Found at = found.get(path);
    String target = path;
    for (int links = 0; at instanceof Found.Link link; links++) {
      target = link.target();
      at = target.startsWith(prefix) && links < Limits.LINKS ? found.get(target) : null;
    }
    if (at instanceof Found.Stored file) {
      return Optional.of(file);
    }
    gaps.add(
        path, "expected a link to a file in the bundle, found one to " + Printable.name(target));
    return Optional.empty();
  }
}
