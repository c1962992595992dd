package io.kwhy.collect;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Layout;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Place;
import io.kwhy.bundle.Source;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.redaction.ScryptHash;
import io.kwhy.collect.cluster.PasswordHash;
import io.kwhy.collect.node.NodePasswordVault;
import io.kwhy.fact.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Bundles that are there, as kwhy would have collected them: one bundle, without secrets. */
public final class Copy {
  private static final int LONGEST_SECRET = 1 << 20;

  private final Bundle bundle;
  private final Draft draft;

  /** Files of passwords by host and path. */
  private final Map<String, Map<String, String>> passwords = new TreeMap<>();

  private final BiPredicate<String, String> fits;

  private Copy(Bundle bundle, Draft draft, BiPredicate<String, String> fits) {
    this.bundle = bundle;
    this.draft = draft;
    this.fits = fits;
  }

  /** What a bundle holds and may be kept. The caller closes both. */
  public static Draft of(Bundle bundle) throws IOException {
    return of(bundle, ScryptHash::accepts);
  }

  /**
   * As {@link #of(Bundle)}.
   *
   * @param fits whether a hash, the first, was made of a password, the second
   */
  public static Draft of(Bundle bundle, BiPredicate<String, String> fits) throws IOException {
    Draft draft = new Draft(bundle.manifest().product(), bundle.manifest().collectedAt());
    if (bundle.manifest().pseudonyms()) {
      draft.hasPseudonyms();
    }
    try {
      new Copy(bundle, draft, fits).fill();
      return draft;
    } catch (IOException | RuntimeException e) {
      draft.close();
      throw e;
    }
  }

  private void fill() throws IOException {
    Map<String, String> hashes = Map.of();
    for (Entry entry : bundle.entries()) {
      Optional<Place> place = Layout.place(entry.path());
      if (place.filter(Copy::isDropped).isPresent()) {
        remember(place.get().node(), entry);
      } else if (!entry.path().equals(Manifest.ENTRY)) {
        draft.add(entry.path(), entry);
      }
      if (place.map(Place::source).filter(Source.SECRETS::equals).isPresent()) {
        hashes = hashes(entry);
      }
    }
    bundle.manifest().nodes().forEach(draft::host);
    for (Gap gap : bundle.gaps()) {
      draft.gap(gap.origin().entry(), gap.problem());
    }
    for (String host : passwords.keySet()) {
      check(host, hashes);
    }
  }

  private static boolean isDropped(Place place) {
    return place.source().secrecy() == Source.Secrecy.CHECKED_AND_DROPPED;
  }

  private static Map<String, String> hashes(Entry secrets) {
    try (InputStream in = secrets.open()) {
      return PasswordHash.all(in);
    } catch (IOException e) {
      // A list that broke off: its gap is among the bundle's.
      return Map.of();
    }
  }

  private void remember(String host, Entry entry) throws IOException {
    String path = entry.path().substring(("nodes/" + host + "/files").length());
    try (InputStream in = entry.open()) {
      String text = new String(in.readNBytes(LONGEST_SECRET), StandardCharsets.UTF_8);
      passwords.computeIfAbsent(host, key -> new TreeMap<>()).put(path, text);
    }
  }

  private void check(String host, Map<String, String> hashes) throws IOException {
    Set<String> names = new TreeSet<>(Set.of(host));
    String hostname =
        Optional.ofNullable(bundle.manifest().nodes().get(host))
            .map(it -> it.hostname())
            .orElse("");
    if (!hostname.isEmpty()) {
      names.add(hostname.toLowerCase(Locale.ROOT));
    }
    String path = "nodes/" + host + "/checks/node-password.json";
    if (!draft.has(path)) {
      draft.add(
          path,
          NodePasswordVault.checks(
              passwords.get(host), names, name -> hashes.getOrDefault(name, ""), fits));
    }
  }
}
