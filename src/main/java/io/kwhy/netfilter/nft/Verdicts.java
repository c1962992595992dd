package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Action;
import java.util.Optional;

/** Reads {@code accept}, {@code jump x} and the like. */
final class Verdicts {

  private Verdicts() {}

  /** The verdict that stands here; none if it is another word. */
  static Optional<Action> read(Cursor at) {
    return switch (at.next().text()) {
      case "accept" -> Optional.of(new Action.Accept());
      case "drop" -> Optional.of(new Action.Drop());
      case "return" -> Optional.of(new Action.Return());
      case "continue" -> Optional.of(new Action.Continue());
      case "jump" -> Optional.of(new Action.Jump(at.next().text()));
      case "goto" -> Optional.of(new Action.Goto(at.next().text()));
      case "queue" -> queue(at);
      default -> Optional.empty();
    };
  }

  /** A program decides: what, can't be told. */
  private static Optional<Action> queue(Cursor at) {
    while (at.more()) {
      at.skip(1);
    }
    return Optional.of(new Action.Unknown());
  }
}
