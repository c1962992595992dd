package io.kwhy.parse.k3s;

import io.kwhy.fact.node.K3sVersion;
import java.util.List;

/**
 * An argument of one of Kubernetes' programs that later releases refuse, from {@code
 * removed-arguments.tsv}.
 *
 * @param component {@code *} for each of them
 * @param entry of its value what is refused; {@code -} where the argument itself is
 * @param since minor version, as in {@link K3sVersion#minor}; 0 for an argument not known as
 *     removed
 * @param instead what to do in its place; {@code ""} for an argument not known as removed
 */
record RemovedArgument(String component, String name, String entry, int since, String instead) {
  private static final RemovedArgument NONE = new RemovedArgument("", "", "", 0, "");

  /** Read when the first argument is asked for: most hosts hand on none. */
  private static final class Table {
    private static final List<RemovedArgument> ALL =
        Rows.of("removed-arguments.tsv").stream().map(RemovedArgument::of).toList();
  }

  /** What the table says of an argument; {@code since} 0 where it says nothing. */
  static RemovedArgument find(String component, String name, String value) {
    return Table.ALL.stream()
        .filter(removed -> removed.is(component, name, value))
        .findFirst()
        .orElse(NONE);
  }

  private boolean is(String program, String argument, String value) {
    return name.equals(argument)
        && (component.equals("*") || component.equals(program))
        && (entry.equals("-") || List.of(value.split(",", -1)).contains(entry));
  }

  private static RemovedArgument of(List<String> cells) {
    return new RemovedArgument(
        cells.get(0), cells.get(1), cells.get(2), K3sVersion.minor(cells.get(3)), cells.get(4));
  }
}
