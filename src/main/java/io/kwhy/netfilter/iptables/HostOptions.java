package io.kwhy.netfilter.iptables;

import static java.util.Map.entry;

import io.kwhy.netfilter.Comparison;
import io.kwhy.netfilter.Field;
import io.kwhy.netfilter.InSet;
import io.kwhy.netfilter.Match;
import io.kwhy.netfilter.Matches;
import io.kwhy.netfilter.PacketField;
import io.kwhy.netfilter.Pattern;
import io.kwhy.netfilter.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Match modules that look at marks, devices, users, sets and chance. */
final class HostOptions {

  private static final String CERTAIN = "1.00000000000";

  /** By module and option. */
  static final Map<String, Option> ALL =
      Map.ofEntries(
          entry("mark --mark", Option.of(HostOptions::mark)),
          entry("comment --comment", Option.of((w, not) -> always())),
          entry("nfacct --nfacct-name", Option.of((w, not) -> always())),
          entry("physdev --physdev-in", Option.of(device(PacketField.PORT_IN))),
          entry("physdev --physdev-out", Option.of(device(PacketField.PORT_OUT))),
          entry("physdev --physdev-is-in", Option.flag(someDevice(PacketField.PORT_IN))),
          entry("physdev --physdev-is-out", Option.flag(someDevice(PacketField.PORT_OUT))),
          entry("physdev --physdev-is-bridged", Option.flag(HostOptions::bridged)),
          entry("owner --uid-owner", Option.of(HostOptions::user)),
          entry("owner --gid-owner", Option.of(HostOptions::group)),
          entry("statistic --mode", Option.of((w, not) -> always())),
          entry("statistic --probability", Option.of(HostOptions::probability)),
          entry("statistic --every", Option.of((w, not) -> every(w))),
          entry("statistic --packet", Option.of((w, not) -> always())),
          entry("set --match-set", Option.pair(HostOptions::inSet)));

  private HostOptions() {}

  private static Match always() {
    return new Matches.Always(Truth.YES);
  }

  private static Match mark(String word, boolean negated) {
    return new Matches.PacketMark(NumberRanges.value(word), NumberRanges.mask(word), negated);
  }

  private static Option.OneWord device(Field field) {
    return (word, not) -> new Comparison(field, device(word), not);
  }

  /** A name, or with a plus sign its beginning. */
  static Pattern device(String word) {
    return word.endsWith("+")
        ? new Pattern.Beginning(word.substring(0, word.length() - 1))
        : new Pattern.Exactly(word);
  }

  private static Option.ConditionReader someDevice(Field field) {
    return (words, not) -> new Comparison(field, new Pattern.Exactly(""), !not);
  }

  private static Match bridged(List<String> words, boolean negated) {
    return new Comparison(PacketField.BRIDGED, new Pattern.Exactly(1L), negated);
  }

  private static Match user(String word, boolean negated) {
    return new Comparison(PacketField.USER, NumberRanges.range(word, '-', Long.MAX_VALUE), negated);
  }

  private static Match group(String word, boolean negated) {
    return new Comparison(PacketField.GROUP, new Pattern.NotKnown(), negated);
  }

  private static Match probability(String word, boolean negated) {
    boolean certain = word.equals(CERTAIN) || word.equals("1");
    return certain && !negated ? always() : new Matches.ByChance();
  }

  private static Match every(String word) {
    return word.equals("1") ? always() : new Matches.ByChance();
  }

  private static Match inSet(List<String> words, boolean negated) {
    List<Boolean> sides =
        Arrays.stream(words.get(1).split(",", -1)).map(side -> side.equals("src")).toList();
    return new InSet(words.get(0), sides, negated);
  }
}
