package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What a claim finds that gets no volume made for it: none of those that were made by hand fits.
 *
 * @param wanted size, access modes and class, as text
 * @param obstacle what keeps the nearest volume from being taken: none-made, too-small,
 *     access-mode, other-class, volume-mode, other-labels, taken, released
 * @param nearest that volume; {@code ""} where there is none
 * @param words of that volume and the obstacle, a sentence
 */
public record VolumeSearch(
    String namespace,
    String claim,
    String wanted,
    String obstacle,
    String nearest,
    String words,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "claim " + namespace + "/" + claim + " wants " + wanted + ": " + words;
  }
}
