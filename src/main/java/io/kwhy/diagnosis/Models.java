package io.kwhy.diagnosis;

import io.kwhy.fact.Fact;
import io.kwhy.names.Resolving;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What follows from the facts by how things work, before any rule asks what it means. */
public final class Models {
  private Models() {}

  /** The facts, and after them what the models make of them. */
  public static List<Fact> completed(Collection<? extends Fact> facts) {
    List<Fact> completed = new ArrayList<>(facts);
    completed.addAll(Resolving.follows(facts));
    return List.copyOf(completed);
  }
}
