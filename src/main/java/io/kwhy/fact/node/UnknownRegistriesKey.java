package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.workload.ImagePull;
import java.util.List;

/**
 * A key in registries.yaml that k3s does not know: it skips what stands under it without a word.
 *
 * @param key as in the file, with the keys above it, {@code configs.registry:5000.tls.caFile}
 * @param section mirrors or configs, in which it stands or was probably meant to; {@code ""} where
 *     that cannot be told
 * @param nearest the key that is spelled most like it; {@code ""} where none is near
 * @param registries whose settings are lost with it
 */
public record UnknownRegistriesKey(
    String node, String key, String section, String nearest, List<String> registries, Origin origin)
    implements Fact {
  private static final String ANY = "*";

  public UnknownRegistriesKey {
    registries = List.copyOf(registries);
  }

  /** Whether that pull went without what stands under the key. */
  public boolean isMissedBy(ImagePull pull) {
    boolean kind =
        switch (pull.reason()) {
          case "untrusted", "unauthorized" -> true;
          case "name-unresolved", "lookup-failed", "unreachable", "not-found", "rate-limited" ->
              !section.equals("configs");
          default -> false;
        };
    return kind
        && registries.stream()
            .anyMatch(
                registry ->
                    registry.equals(ANY)
                        || registry.equals(pull.registry())
                        || registry.equals(pull.server()));
  }

  /** What was probably meant, as a sentence. */
  public String advice() {
    return nearest.isEmpty()
        ? "No key there is spelled like it."
        : "The key that is spelled most like it is \"" + nearest + "\".";
  }

  @Override
  public String text() {
    return "registries.yaml has " + key + ", which k3s skips";
  }
}
