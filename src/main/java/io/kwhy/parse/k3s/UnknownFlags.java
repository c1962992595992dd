package io.kwhy.parse.k3s;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.node.UnknownFlag;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which flags a k3s is given that it has not got, and what was probably meant. */
public final class UnknownFlags {
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?:flag provided but not defined: |[Uu]nknown flag )--?(?<flag>[A-Za-z0-9][A-Za-z0-9_.-]*)"
              + "|(?<![a-z0-9])(?<old>[a-z][a-z0-9-]{1,99}+)(?: flag is deprecated| is deprecated| option was deprecated)");

  private UnknownFlags() {}

  /**
   * A setting that is no flag of the host's role. A file may hold what is for the other role: k3s
   * skips it.
   *
   * @param role server, agent or {@code ""}
   */
  static Optional<UnknownFlag> ofSetting(String node, String role, Given given) {
    boolean fromFile = given.from().equals("file");
    if (given.from().equals("environment") || given.values().isEmpty()) {
      return Optional.empty();
    }
    Optional<FlagTable.Flag> known = FlagTable.builtIn().find(given.key());
    boolean fine =
        known.isPresent() && known.get().removedIn() == 0 && (fromFile || known.get().isFor(role));
    return fine
        ? Optional.empty()
        : Optional.of(
            describe(node, role, given.key(), given.from(), given.values().get(0).origin()));
  }

  /**
   * The flags that k3s complains of in its logs.
   *
   * @param roleOf from a host to server, agent or {@code ""}
   */
  public static List<UnknownFlag> inLogs(List<Fact> facts, UnaryOperator<String> roleOf) {
    return facts.stream()
        .flatMap(fact -> fact instanceof LogSignal signal ? Stream.of(signal) : Stream.empty())
        .flatMap(signal -> complaint(signal, roleOf.apply(signal.node())).stream())
        .distinct()
        .toList();
  }

  private static Optional<UnknownFlag> complaint(LogSignal signal, String role) {
    Matcher complaint = COMPLAINT.matcher(signal.message());
    boolean complains =
        signal.signal().startsWith("flag-") || signal.signal().equals("config-key-skipped");
    if (!complains || !complaint.find()) {
      return Optional.empty();
    }
    String flag =
        complaint.group("flag") == null ? complaint.group("old") : complaint.group("flag");
    return Optional.of(describe(signal.node(), role, flag, "log", signal.origin()));
  }

  private static UnknownFlag describe(
      String node, String role, String flag, String from, Origin origin) {
    FlagTable table = FlagTable.builtIn();
    Optional<FlagTable.Flag> known = table.find(flag);
    if (known.isPresent()) {
      FlagTable.Flag found = known.get();
      boolean foreign = !found.isFor(role);
      return new UnknownFlag(
          node,
          flag,
          from,
          found.removedIn(),
          found.instead(),
          "",
          foreign ? found.command() : "",
          !foreign && found.removedIn() == 0,
          origin);
    }
    return new UnknownFlag(node, flag, from, 0, "", table.nearest(flag, role), "", false, origin);
  }
}
