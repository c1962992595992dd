package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Field;
import io.kwhy.netfilter.Joined;
import io.kwhy.netfilter.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * What an nft expression reads of a packet.
 *
 * @param needs what must hold for the packet to have it, e.g. that it is TCP
 * @param byChance whether it is drawn by lot
 */
record Key(Field field, List<Kind> kinds, List<Match> needs, boolean byChance) {

  Key {
    kinds = List.copyOf(kinds);
    needs = List.copyOf(needs);
  }

  static Key of(Field field, Kind kind, Match... needs) {
    return new Key(field, List.of(kind), List.of(needs), false);
  }

  static Key notKnown() {
    return of((packet, host) -> Field.UNKNOWN, Kind.NOT_KNOWN);
  }

  static Key lot() {
    return new Key((packet, host) -> Field.UNKNOWN, List.of(Kind.NUMBER), List.of(), true);
  }

  /** Several read together. */
  static Key joined(List<Key> keys) {
    List<Field> fields = new ArrayList<>();
    List<Kind> kinds = new ArrayList<>();
    List<Match> needs = new ArrayList<>();
    for (Key key : keys) {
      fields.add(key.field);
      kinds.addAll(key.kinds);
      needs.addAll(key.needs);
    }
    return new Key(new Joined(fields), kinds, needs, false);
  }

  Kind kind() {
    return kinds.get(0);
  }
}
