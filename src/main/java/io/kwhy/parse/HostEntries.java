package io.kwhy.parse;

import io.kwhy.bundle.Source;
import java.util.List;

/** What was captured of one host, for readers that need more than one entry at a time. */
public interface HostEntries {
  /** The host's name in the bundle. */
  String node();

  /** server, agent or {@code ""}. */
  String role();

  /** The entries of a source, sorted; empty where it was not captured. */
  List<Input> of(Source source);

  /** Takes the facts of an entry. */
  Facts facts(Input input);
}
