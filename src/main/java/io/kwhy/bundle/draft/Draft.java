package io.kwhy.bundle.draft;

import io.kwhy.bundle.Damage;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.EntryName;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Printable;
import io.kwhy.bundle.Source;
import io.kwhy.bundle.redaction.Redaction;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.input.ProxyInputStream;

/**
 * A bundle in the making. Whatever is put into it is freed of secrets on its way in, before any of
 * it may touch a disk; what must not be kept at all is refused. Several threads may add to it.
 */
public final class Draft implements AutoCloseable {
  /** How the gap begins of an entry that holds less than there is. */
  public static final String PART = "only in part: ";

  /** A usual cluster fits; one of 10,000 pods is put aside on the disk. */
  private static final long MEMORY = 48L << 20;

  /** Nobody reads more; a cluster that refuses everything has one per kind. */
  private static final int GAPS = 1_000;

  private static final Pattern GIT_VERSION = Pattern.compile("\"gitVersion\"\\s*:\\s*\"([^\"]+)\"");

  private final Spool spool = new Spool(MEMORY);
  private final NavigableMap<String, Entry> entries = new TreeMap<>();
  private final NavigableMap<String, Manifest.HostRecord> hosts = new TreeMap<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final String product;
  private final Instant collectedAt;
  private final Consumer<Entry> onList;
  private boolean pseudonyms;

  /**
   * @param collectedAt replay's "now": when looking began, so that nothing in the bundle is older
   *     than it seems, however long it took
   */
  public Draft(String product, Instant collectedAt) {
    this(product, collectedAt, list -> {});
  }

  /**
   * @param onList is told each list of objects when it begins; its content can be read while it
   *     comes, and where it begins anew, counts no more
   */
  public Draft(String product, Instant collectedAt, Consumer<Entry> onList) {
    this.product = product;
    this.collectedAt = collectedAt;
    this.onList = onList;
  }

  /** What is put in has pseudonyms for addresses and names of hosts. */
  public synchronized void hasPseudonyms() {
    pseudonyms = true;
  }

  /** When the bundle says that it was captured. */
  public Instant collectedAt() {
    return collectedAt;
  }

  /**
   * Adds an entry.
   *
   * @throws IOException if the stream breaks (what came before is kept), or there is no room
   */
  public void add(String path, InputStream raw) throws IOException {
    Admission admission = Admission.of(checked(path));
    if (admission.isDropped()) {
      throw new IllegalArgumentException(path + " must not be kept");
    }
    try (EntryWriter entry = writer(path)) {
      admission.copy(raw, entry);
    }
  }

  /**
   * Adds what another bundle holds. Of an entry that is damaged there what came before is kept, and
   * a gap says so.
   *
   * @throws IOException if there is no room
   */
  public void add(String path, Entry other) throws IOException {
    Damaged source = new Damaged();
    try (InputStream in = source.open(other)) {
      add(path, in);
    } catch (DamagedEntryException e) {
      gap(path, PART + e.getMessage());
    } catch (IOException e) {
      if (!source.isDamaged) {
        throw e;
      }
      gap(path, PART + "expected to read it to its end, found: " + Damage.of(e));
    }
  }

  /** Tells a stream that broke where it comes from from one that did not get where it was to go. */
  private static final class Damaged {
    private boolean isDamaged;

    InputStream open(Entry entry) throws IOException {
      isDamaged = true;
      InputStream content = entry.open();
      isDamaged = false;
      return new ProxyInputStream(content) {
        @Override
        protected void handleIOException(IOException e) throws IOException {
          isDamaged = true;
          throw e;
        }
      };
    }
  }

  /** Adds an entry that holds that text. */
  public void add(String path, String text) throws IOException {
    add(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The entry of a list of objects, to be filled page by page. */
  public ListWriter list(Source source) throws IOException {
    boolean metadataOnly = source.secrecy() == Source.Secrecy.METADATA_ONLY;
    String kind = metadataOnly ? "Secret" : "";
    EntryWriter entry = writer(source.capture().entries().get(0));
    onList.accept(entry.growing());
    return new ListWriter(entry, kind, metadataOnly);
  }

  /** Takes an entry out again: the command that gave it failed. */
  public synchronized void forget(String path) {
    entries.remove(path);
  }

  /** Whether an entry of that path is there already. */
  public synchronized boolean has(String path) {
    return entries.containsKey(path);
  }

  /**
   * What an entry holds so far.
   *
   * @throws IOException if there is none
   */
  public InputStream open(String path) throws IOException {
    Entry entry;
    synchronized (this) {
      entry = entries.get(path);
    }
    if (entry == null) {
      throw new IOException(path + ": expected an entry, found none");
    }
    return entry.open();
  }

  /** What an entry holds so far, {@code ""} where there is none. */
  public String text(String path) throws IOException {
    Entry entry;
    synchronized (this) {
      entry = entries.get(path);
    }
    if (entry == null) {
      return "";
    }
    try (InputStream in = entry.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Says what could not be collected, of which entry. */
  public synchronized void gap(String entry, String problem) {
    if (gaps.size() < GAPS) {
      gaps.add(
          new Gap(
              Origin.of(Printable.name(entry)),
              Redaction.text(Printable.text(problem), Redaction.Kind.PROSE)));
    }
  }

  /** Describes a host. */
  public void host(
      String name, String role, String hostname, List<String> addresses, boolean collected) {
    host(name, new Manifest.HostRecord(role, hostname, addresses, collected, Fact.UNKNOWN_TIME, 0));
  }

  /** Describes a host, and when by its own clock it was looked at. */
  public synchronized void host(String name, Manifest.HostRecord host) {
    hosts.put(name, host);
  }

  /** All entries with the manifest, sorted by path. */
  public synchronized List<Entry> entries() throws IOException {
    OutputStream manifest = writer(Manifest.ENTRY);
    try (manifest) {
      Manifest said = new Manifest(Manifest.SCHEMA, product, collectedAt, pseudonyms, hosts);
      new ManifestWriter(manifest).write(said, kubernetes(), sortedGaps());
    }
    return List.copyOf(entries.values());
  }

  private String kubernetes() throws IOException {
    Matcher version = GIT_VERSION.matcher(text("cluster/version.json"));
    return version.find() ? Printable.name(version.group(1)) : "";
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }

  private List<Gap> sortedGaps() {
    return gaps.stream()
        .distinct()
        .sorted(Comparator.comparing((Gap gap) -> gap.origin().entry()).thenComparing(Gap::problem))
        .toList();
  }

  private EntryWriter writer(String path) {
    return new EntryWriter(path, spool, this::put);
  }

  private synchronized void put(Entry entry) {
    entries.put(entry.path(), entry);
  }

  private static String checked(String path) {
    if (EntryName.of(path) instanceof EntryName.Path good && good.path().equals(path)) {
      return path;
    }
    throw new IllegalArgumentException("no path of an entry: " + Printable.name(path));
  }
}
