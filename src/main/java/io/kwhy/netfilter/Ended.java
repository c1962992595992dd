package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;

/** Ways that have come to their end, each told once. */
final class Ended {
  private final List<Way> ways = new ArrayList<>();

  void add(Verdict verdict, String with, World world) {
    add(new Way(verdict, with, world.packet(), Way.End.NOWHERE, "", world.trail().steps()));
  }

  void delivered(World world) {
    accepted(world, Way.End.HERE, "");
  }

  void sentOn(World world, String gateway) {
    accepted(world, Way.End.SENT_ON, gateway);
  }

  private void accepted(World world, Way.End end, String gateway) {
    add(new Way(Verdict.ACCEPTED, "", world.packet(), end, gateway, world.trail().steps()));
  }

  private void add(Way way) {
    if (ways.stream().noneMatch(other -> same(other, way))) {
      ways.add(way);
    }
  }

  private static boolean same(Way one, Way other) {
    return one.endsAs(other)
        && one.packet().equals(other.packet())
        && one.end() == other.end()
        && one.deciding().equals(other.deciding());
  }

  int size() {
    return ways.size();
  }

  Outcome outcome() {
    return new Outcome(ways);
  }
}
