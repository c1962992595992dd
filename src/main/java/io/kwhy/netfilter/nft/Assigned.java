package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Action;
import java.util.List;
import java.util.Set;

/** Reads statements that set something: {@code meta mark set …}, {@code ip dscp set …}. */
final class Assigned {
  /** What has no bearing on the packet's way. */
  private static final Set<String> WITHOUT_BEARING =
      Set.of(
          "nftrace",
          "priority",
          "pkttype",
          "dscp",
          "ecn",
          "helper",
          "label",
          "secmark",
          "ttl",
          "hoplimit",
          "event",
          "size");

  private Assigned() {}

  /** What it does; nothing if it has no bearing, something that is not known if it might. */
  static List<Action> read(Cursor at) {
    boolean connection = at.here().is("ct");
    if (!at.here().is("mark") && !at.ahead(1).is("mark")) {
      return other(at);
    }
    while (!at.next().is("set")) {
      // up to the new value
    }
    return MarkChange.read(at, connection);
  }

  private static List<Action> other(Cursor at) {
    boolean harmless = false;
    while (at.more() && !at.here().is("set")) {
      harmless |= WITHOUT_BEARING.contains(at.next().text());
    }
    at.skip(2);
    while (at.more() && !at.beginsStatement()) {
      at.skip(1);
    }
    return harmless ? List.of() : List.of(new Action.Unknown());
  }
}
