package io.kwhy.bundle.pseudonym;

/**
 * Numbers of up to 64 bits exchanged for others that share as many leading bits with each other as
 * before, and are in the same order. What comes out depends on how the numbers lie to each other
 * and not on what they are: where only one way is taken, its bit is replaced.
 */
final class PrefixTree {
  private static final class Node {
    private final Node[] ways = new Node[2];
    private boolean pinned;
    private boolean kept;
  }

  private final int width;
  private final Node root = new Node();

  /**
   * @param width bits of the numbers
   */
  PrefixTree(int width) {
    this.width = width;
  }

  /** A number that is to be exchanged. */
  void add(long number) {
    path(number, width, false);
  }

  /** The numbers that begin so keep their first bits, and others do not get these. */
  void pin(long number, int length) {
    path(number, length, true);
  }

  /** The numbers that begin so are not exchanged at all. */
  void keep(long number, int length) {
    path(number, length, true).kept = true;
  }

  /**
   * A network: its first and its last number stay that, so that addresses with nothing but zeros or
   * ones behind the network are still such.
   */
  void network(long number, int length) {
    Node first = path(number, length, false);
    Node last = first;
    for (int bit = length; bit < width; bit++) {
      first.pinned = true;
      last.pinned = true;
      first = way(first, 0);
      last = way(last, 1);
    }
  }

  /**
   * What a number is exchanged for.
   *
   * @param salt chooses among the equally good answers
   */
  long exchanged(long number, int salt) {
    long out = 0;
    Node at = root;
    for (int bit = 0; bit < width; bit++) {
      int way = bit(number, bit);
      boolean free = at != null && !at.kept && !at.pinned && at.ways[1 - way] == null;
      out = (out << 1) | (free ? filler(salt, bit) : way);
      if (at != null && !at.kept) {
        at = at.ways[way];
      }
    }
    return out;
  }

  private Node path(long number, int length, boolean pinned) {
    Node at = root;
    for (int bit = 0; bit < length; bit++) {
      at.pinned |= pinned;
      at = way(at, bit(number, bit));
    }
    return at;
  }

  private static Node way(Node from, int way) {
    if (from.ways[way] == null) {
      from.ways[way] = new Node();
    }
    return from.ways[way];
  }

  private int bit(long number, int bit) {
    return (int) (number >>> (width - 1 - bit)) & 1;
  }

  private static int filler(int salt, int bit) {
    int mixed = (salt * 0x9E3779B9) ^ (bit * 0x85EBCA6B);
    mixed ^= mixed >>> 15;
    mixed *= 0x2C1B3C6D;
    return (mixed >>> 17) & 1;
  }
}
