package io.kwhy.bundle;

import io.kwhy.fact.Gap;
import java.util.List;

/** What one input gave. */
record Part(String name, Manifest manifest, List<Entry> entries, List<Gap> gaps) {}
