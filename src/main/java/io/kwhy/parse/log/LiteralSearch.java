package io.kwhy.parse.log;

import io.kwhy.fact.log.Literal;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds many literals in bytes at once. Only every {@code stride}-th position of the text is looked
 * at: some bytes there are hashed and looked up among the pieces of that size of the literals. A
 * literal of n bytes holds n - piece + 1 of them, so that with a stride of at most that one of them
 * is always met, wherever the literal begins. Unlike in a search that skips by what it reads, no
 * step waits for the one before.
 *
 * <p>Pieces of half the shortest literal were fastest on k3s's logs: longer ones make for small
 * strides, shorter ones for many false hits.
 */
final class LiteralSearch {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A search reads so many bytes behind the end of the text. */
  static final int SLACK = Long.BYTES;

  private static final int SHORTEST_PIECE = 4;
  private static final int LONGEST_STRIDE = 16;
  private static final int HASH_BITS = 15;

  /** A piece of a literal: where in the literal it is, and which piece has the same hash. */
  private record Piece(int literal, int offset, int next) {}

  private final List<Literal> literals;
  private final byte[][] texts;
  private final boolean[] anyCase;
  private final int piece;
  private final int unused;
  private final int stride;
  private final byte[] known = new byte[1 << HASH_BITS];
  private final int[] first = new int[1 << HASH_BITS];
  private final Piece[] pieces;

  /** Literals of at least four bytes; they are known by their place in the list from here on. */
  LiteralSearch(List<Literal> literals) {
    this.literals = List.copyOf(literals);
    texts = literals.stream().map(Literal::bytes).toArray(byte[][]::new);
    anyCase = new boolean[texts.length];
    int shortest = literals.stream().mapToInt(Literal::length).min().orElse(SHORTEST_PIECE);
    piece = Math.max(SHORTEST_PIECE, Math.min(Long.BYTES, shortest / 2));
    unused = Byte.SIZE * (Long.BYTES - piece);
    stride = Math.min(LONGEST_STRIDE, shortest - piece + 1);
    List<Piece> all = new ArrayList<>();
    for (int literal = 0; literal < texts.length; literal++) {
      anyCase[literal] = literals.get(literal).anyCase();
      addPieces(literal, all);
    }
    pieces = all.toArray(Piece[]::new);
  }

  private void addPieces(int literal, List<Piece> all) {
    byte[] text = texts[literal];
    int start = rarest(text);
    for (int offset = start; offset < start + stride; offset++) {
      for (long spelling : spellings(text, offset, anyCase[literal])) {
        int hash = hash(spelling);
        all.add(new Piece(literal, offset, first[hash] - 1));
        first[hash] = all.size();
        known[hash] = 1;
      }
    }
  }

  /** Where the {@code stride} pieces begin whose characters are seldom in logs. */
  private int rarest(byte[] text) {
    int best = 0;
    int bestScore = -1;
    for (int start = 0; start + stride + piece - 1 <= text.length; start++) {
      int score = 0;
      for (int i = start; i < start + stride + piece - 1; i++) {
        score += " aeinorstl".indexOf(text[i]) < 0 ? 1 : 0;
      }
      if (score > bestScore) {
        best = start;
        bestScore = score;
      }
    }
    return best;
  }

  private List<Long> spellings(byte[] text, int offset, boolean anyCase) {
    List<Long> spellings = new ArrayList<>(List.of(0L));
    for (int i = 0; i < piece; i++) {
      long lower = text[offset + i];
      long upper = anyCase ? Character.toUpperCase((int) lower) : lower;
      int shift = 8 * i;
      List<Long> longer = new ArrayList<>();
      for (long start : spellings) {
        longer.add(start | (lower << shift));
        if (upper != lower) {
          longer.add(start | (upper << shift));
        }
      }
      spellings = longer;
    }
    return spellings;
  }

  private int hash(long bytes) {
    return (int) (((bytes << unused) * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - HASH_BITS));
  }

  int literals() {
    return literals.size();
  }

  /** How far apart the positions are at which the text is looked at. */
  int stride() {
    return stride;
  }

  /**
   * The first of the positions {@code from}, {@code from + stride}, … at which a literal may be;
   * {@code to} or more if there is none before {@code to}.
   */
  int next(byte[] text, int from, int to) {
    byte[] table = known;
    int step = stride;
    int last = to - piece;
    int i = from;
    for (int quick = last - 3 * step; i <= quick; i += 4 * step) {
      int hit =
          table[hash((long) LONG.get(text, i))]
              | table[hash((long) LONG.get(text, i + step))]
              | table[hash((long) LONG.get(text, i + 2 * step))]
              | table[hash((long) LONG.get(text, i + 3 * step))];
      if (hit != 0) {
        break;
      }
    }
    for (; i <= last; i += step) {
      if (table[hash((long) LONG.get(text, i))] != 0) {
        return i;
      }
    }
    return Math.max(i, to);
  }

  /**
   * Marks the literals that lie over a position and within the bounds.
   *
   * @param position one that {@link #next} gave
   * @return whether there is one
   */
  boolean mark(byte[] text, int from, int to, int position, BitSet found) {
    boolean any = false;
    int next = first[hash((long) LONG.get(text, position))] - 1;
    while (next >= 0) {
      Piece piece = pieces[next];
      int start = position - piece.offset;
      if (start >= from && isAt(piece.literal, text, start, to)) {
        found.set(piece.literal);
        any = true;
      }
      next = piece.next;
    }
    return any;
  }

  private boolean isAt(int literal, byte[] text, int start, int to) {
    byte[] wanted = texts[literal];
    if (start + wanted.length > to) {
      return false;
    }
    boolean fold = anyCase[literal];
    for (int i = 0; i < wanted.length; i++) {
      int c = text[start + i];
      if (fold && c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      }
      if (c != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** All literals within the bounds. */
  BitSet all(byte[] text, int from, int to) {
    BitSet found = new BitSet();
    for (int at = next(text, from, to); at < to; at = next(text, at + stride, to)) {
      mark(text, from, to, at, found);
    }
    return found;
  }
}
