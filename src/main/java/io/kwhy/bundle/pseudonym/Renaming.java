package io.kwhy.bundle.pseudonym;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.fact.Gap;
import java.io.IOException;
import java.util.List;

/** A bundle once more, with pseudonyms for addresses and hosts. */
public final class Renaming {
  private Renaming() {}

  /** The bundle as it may be shown to others. The caller closes both. */
  public static Draft of(Bundle bundle) throws IOException {
    return of(bundle, Pseudonyms.of(bundle.entries(), bundle.manifest()));
  }

  /** The bundle under pseudonyms that were made for it. The caller closes both. */
  public static Draft of(Bundle bundle, Pseudonyms pseudonyms) throws IOException {
    Draft draft = new Draft(bundle.manifest().product(), bundle.manifest().collectedAt());
    draft.hasPseudonyms();
    try {
      fill(draft, bundle, pseudonyms);
      return draft;
    } catch (IOException | RuntimeException e) {
      draft.close();
      throw e;
    }
  }

  private static void fill(Draft draft, Bundle bundle, Pseudonyms pseudonyms) throws IOException {
    for (Entry entry : bundle.entries()) {
      if (!entry.path().equals(Manifest.ENTRY)) {
        String path = pseudonyms.text(entry.path());
        draft.add(path, new Entry(path, 0, () -> pseudonyms.open(entry)));
      }
    }
    bundle
        .manifest()
        .nodes()
        .forEach((name, host) -> draft.host(pseudonyms.text(name), renamed(host, pseudonyms)));
    for (Gap gap : bundle.gaps()) {
      draft.gap(pseudonyms.text(gap.origin().entry()), pseudonyms.text(gap.problem()));
    }
  }

  private static Manifest.HostRecord renamed(Manifest.HostRecord host, Pseudonyms pseudonyms) {
    List<String> addresses = host.addresses().stream().map(pseudonyms::text).toList();
    return new Manifest.HostRecord(
        host.role(),
        pseudonyms.text(host.hostname()),
        addresses,
        host.collected(),
        host.collectedAt(),
        host.skewSeconds(),
        host.line());
  }
}
