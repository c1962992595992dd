package io.kwhy.diagnosis;

import io.kwhy.fact.Fact;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How things work, of one room.
 *
 * @param name of the room
 * @param follows what the facts bring about
 * @param makes types of what follows, and of nothing that parsers make
 */
record Model(
    String name,
    Function<Collection<? extends Fact>, List<Fact>> follows,
    Set<Class<? extends Fact>> makes) {
  Model {
    makes = Set.copyOf(makes);
  }
}
