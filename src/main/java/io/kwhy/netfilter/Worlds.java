package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;

/** Worlds that go on together; those whose packets are alike become one. */
final class Worlds {
  private final List<World> all = new ArrayList<>(1);

  void add(World world) {
    for (int i = 0; i < all.size(); i++) {
      World other = all.get(i);
      if (other.like(world)) {
        Trail common = other.trail().common(world.trail());
        all.set(i, new World(other.packet(), common, other.rerouted()));
        return;
      }
    }
    all.add(world);
  }

  void addAll(Worlds others) {
    others.all.forEach(this::add);
  }

  List<World> list() {
    return all;
  }
}
