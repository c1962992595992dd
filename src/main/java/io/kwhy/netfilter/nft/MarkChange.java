package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Action;
import io.kwhy.netfilter.Changes;
import java.util.List;
import java.util.Optional;

/** Reads what stands after {@code meta mark set} or {@code ct mark set}. */
final class MarkChange {
  private final Cursor at;
  private final boolean ofConnection;
  private int clear;
  private int flip;

  private MarkChange(Cursor at, boolean ofConnection) {
    this.at = at;
    this.ofConnection = ofConnection;
  }

  /** The changes, one after the other; one that is not known if it can't be told. */
  static List<Action> read(Cursor at, boolean ofConnection) {
    return new MarkChange(at, ofConnection).read();
  }

  private List<Action> read() {
    Optional<Long> constant = Kind.NUMBER.number(at.here().text());
    boolean fromConnection = at.here().is("ct");
    if (constant.isPresent()) {
      at.skip(1);
      clear = -1;
      flip = constant.get().intValue();
    } else if (at.here().is("mark") || at.ahead(1).is("mark")) {
      at.skip(at.here().is("mark") ? 1 : 2);
    } else {
      return List.of(new Action.Unknown());
    }
    if (!operations()) {
      return List.of(new Action.Unknown());
    }
    boolean copied = constant.isEmpty() && fromConnection != ofConnection;
    return copied ? List.of(copy(), change()) : List.of(change());
  }

  private Action copy() {
    return ofConnection ? new Changes.SaveMark(-1, -1) : new Changes.RestoreMark(-1, -1);
  }

  private Action change() {
    return ofConnection
        ? new Changes.SetConnectionMark(clear, flip)
        : new Changes.SetMark(clear, flip);
  }

  /** {@code & 0xff | 0x1}: false if something is not a number. */
  private boolean operations() {
    while (at.more() && List.of("&", "|", "^", "and", "or", "xor").contains(at.here().text())) {
      String operator = at.next().text();
      Optional<Long> number = Kind.NUMBER.number(at.next().text());
      if (number.isEmpty()) {
        return false;
      }
      apply(operator, number.get().intValue());
    }
    return true;
  }

  private void apply(String operator, int value) {
    switch (operator) {
      case "&", "and" -> {
        clear |= ~value;
        flip &= value;
      }
      case "|", "or" -> {
        clear |= value;
        flip |= value;
      }
      default -> flip ^= value;
    }
  }
}
