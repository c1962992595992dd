package io.kwhy.parse.k3s;

import io.kwhy.fact.EditDistance;
import io.kwhy.fact.node.K3sVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The flags of {@code k3s server} and {@code k3s agent}, from {@code flags.tsv}.
 *
 * @see <a href="https://docs.k3s.io/cli/server">k3s server</a>
 * @see <a href="https://docs.k3s.io/cli/agent">k3s agent</a>
 */
final class FlagTable {
  /**
   * A flag.
   *
   * @param command server, agent or both
   * @param takes nothing, value or list
   * @param removedIn minor version that refuses it, as in {@link K3sVersion#minor}; 0 for none
   * @param instead what took its place; {@code ""} if nothing did
   */
  record Flag(
      String name, String shortForm, String command, String takes, int removedIn, String instead) {
    boolean isFor(String role) {
      return command.equals("both") || role.isEmpty() || command.equals(role);
    }
  }

  private static final FlagTable BUILT_IN = read();

  private final Map<String, Flag> flags;

  private FlagTable(Map<String, Flag> flags) {
    this.flags = flags;
  }

  static FlagTable builtIn() {
    return BUILT_IN;
  }

  /** The flag of that name or short form. */
  Optional<Flag> find(String name) {
    Flag exact = flags.get(name);
    return exact != null
        ? Optional.of(exact)
        : flags.values().stream().filter(flag -> flag.shortForm().equals(name)).findFirst();
  }

  /**
   * The flag that is spelled most like a name, among those that a role has.
   *
   * @param role server, agent or {@code ""}
   * @return {@code ""} where none is near: more than a fourth of the letters would have to change,
   *     or its beginning be added
   */
  String nearest(String name, String role) {
    int enough = name.length() / 4 + 1;
    return flags.values().stream()
        .filter(flag -> flag.isFor(role) && flag.removedIn() == 0)
        .map(Flag::name)
        .filter(known -> known.endsWith("-" + name) || isNear(known, name, enough))
        .min(
            Comparator.comparing((String known) -> !known.endsWith("-" + name))
                .thenComparingInt(known -> EditDistance.between(known, name))
                .thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  /** To compare letters takes long, and by its length alone most are too far away. */
  private static boolean isNear(String known, String name, int enough) {
    return Math.abs(name.length() - known.length()) <= enough
        && EditDistance.between(known, name) <= enough;
  }

  private static FlagTable read() {
    Map<String, Flag> flags = new TreeMap<>();
    for (List<String> cells : Rows.of("flags.tsv")) {
      Flag flag = flag(cells);
      flags.put(flag.name(), flag);
    }
    return new FlagTable(flags);
  }

  private static Flag flag(List<String> cells) {
    return new Flag(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        K3sVersion.minor(cells.get(4)),
        cells.get(5).equals("-") ? "" : cells.get(5));
  }
}
