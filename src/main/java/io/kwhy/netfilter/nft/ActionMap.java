package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Action;
import io.kwhy.netfilter.Pattern;
import io.kwhy.netfilter.nft.Elements.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a map from values to what is done: {@code { 80 : jump web, 443 : drop }}, or its name. */
final class ActionMap {
  private final Cursor at;
  private final Map<String, NamedSet> sets;

  ActionMap(Cursor at, Map<String, NamedSet> sets) {
    this.at = at;
    this.sets = sets;
  }

  /**
   * The choice by a key.
   *
   * @param action of the words after a colon
   */
  Action read(Key key, Function<List<Token>, Action> action) {
    boolean named = at.here().text().startsWith("@");
    if (!named && !at.here().is("{")) {
      return new Action.Unknown();
    }
    NamedSet set = named ? sets.get(at.next().text().substring(1)) : null;
    if (named && set == null) {
      return new Action.Unknown();
    }
    return choice(key, named ? set.elements() : Elements.of(at.braced()), action);
  }

  private static Action choice(
      Key key, List<Element> elements, Function<List<Token>, Action> action) {
    Map<Object, Action> exact = new LinkedHashMap<>();
    List<ByValue.Case> others = new ArrayList<>();
    for (Element element : elements) {
      Action chosen = action.apply(element.value());
      Pattern pattern = Elements.pattern(element.key(), key.kinds());
      if (pattern instanceof Pattern.Exactly single) {
        exact.put(single.wanted(), chosen);
      } else {
        others.add(new ByValue.Case(pattern, chosen));
      }
    }
    return new ByValue(key.field(), key.byChance(), exact, others);
  }
}
