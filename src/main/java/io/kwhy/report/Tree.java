package io.kwhy.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What JSON and YAML can both say. Fields keep their order. */
sealed interface Tree {
  /** Fields by name. */
  record Fields(Map<String, Tree> byName) implements Tree {
    public Fields {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }
  }

  /** A list. */
  record Items(List<Tree> all) implements Tree {
    public Items {
      all = List.copyOf(all);
    }
  }

  /** Characters. */
  record Text(String value) implements Tree {}

  /** An integer. */
  record Whole(long value) implements Tree {}

  /** A number with a fraction. */
  record Fraction(double value) implements Tree {}

  /** Yes or no. */
  record Truth(boolean value) implements Tree {}

  /** A list, with a tree for each thing. */
  static <T> Items items(Collection<? extends T> things, Function<? super T, Tree> tree) {
    List<Tree> trees = new ArrayList<>(things.size());
    for (T thing : things) {
      trees.add(tree.apply(thing));
    }
    return new Items(trees);
  }

  static Items texts(Collection<String> texts) {
    return items(texts, Text::new);
  }

  static Fields texts(Map<String, String> texts) {
    Map<String, Tree> trees = new LinkedHashMap<>();
    texts.forEach((name, text) -> trees.put(name, new Text(text)));
    return new Fields(trees);
  }

  /** Puts fields together. */
  final class Builder {
    private final Map<String, Tree> byName = new LinkedHashMap<>();

    Builder put(String name, Tree tree) {
      byName.put(name, tree);
      return this;
    }

    Builder put(String name, String text) {
      return put(name, new Text(text));
    }

    Builder put(String name, long number) {
      return put(name, new Whole(number));
    }

    /** Leaves the field out where the time is not known. */
    Builder put(String name, Instant time) {
      return Moments.isKnown(time) ? put(name, new Text(time.toString())) : this;
    }

    Fields build() {
      return new Fields(byName);
    }
  }
}
