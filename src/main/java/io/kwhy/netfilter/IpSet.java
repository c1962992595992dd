package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;

/**
 * An ip set.
 *
 * @param type e.g. hash:ip,port
 * @param complete whether all members are here ({@code ipset list -t} shows none)
 * @param members one pattern for each
 * @param exceptions members that are marked {@code nomatch}
 * @param sets members of a list:set, by name
 */
public record IpSet(
    String type,
    boolean complete,
    List<Pattern> members,
    List<Pattern> exceptions,
    List<String> sets) {

  public IpSet {
    members = List.copyOf(members);
    exceptions = List.copyOf(exceptions);
    sets = List.copyOf(sets);
  }

  /** A set of which no members were captured. */
  public static IpSet unseen(String type) {
    return new IpSet(type, false, List.of(), List.of(), List.of());
  }

  /** Whether its members are other sets. */
  boolean isList() {
    return type.equals("list:set");
  }

  /** What its type asks of a packet: {@code ip}, {@code net}, {@code port}, {@code iface} …. */
  List<String> dimensions() {
    return List.of(type.substring(type.indexOf(':') + 1).split(",", -1));
  }

  /** Whether a packet's values are in it: the narrowest member that covers them decides. */
  Truth holds(List<Object> values) {
    if (!complete) {
      return Truth.UNKNOWN;
    }
    Truth in = Truth.NO;
    for (Pattern member : members) {
      in = in.or(member.holds(values));
    }
    Truth out = Truth.NO;
    for (Pattern exception : exceptions) {
      out = out.or(exception.holds(values));
    }
    return out == Truth.NO ? in : in == Truth.NO ? Truth.NO : narrowest(values);
  }

  private Truth narrowest(List<Object> values) {
    List<Pattern> covering = new ArrayList<>(members);
    covering.addAll(exceptions);
    covering.removeIf(pattern -> pattern.holds(values) == Truth.NO);
    List<Pattern> first =
        covering.stream()
            .filter(p -> covering.stream().allMatch(other -> Narrowness.atLeast(p, other)))
            .toList();
    return first.size() == 1 && first.get(0).holds(values) == Truth.YES
        ? Truth.of(members.contains(first.get(0)))
        : Truth.UNKNOWN;
  }
}
