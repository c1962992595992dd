package io.kwhy.bundle.reading;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import io.kwhy.fact.Gap;
import java.util.List;

/** What one input gave. */
record Part(String name, Manifest manifest, List<Entry> entries, List<Gap> gaps) {}
