package io.kwhy.rule.compiler;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a class file refers to, read from its constant pool without loading it; see chapter 4.4 of
 * the JVM specification.
 *
 * @param classes slash-separated names
 * @param members {@code owner.member}, slash-separated owner
 */
record ClassReferences(SortedSet<String> classes, SortedSet<String> members) {
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int INTERFACE_METHOD = 11;

  static ClassReferences of(byte[] classFile) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      in.readInt();
      in.readInt();
      return new Pool(in).references();
    } catch (IOException e) {
      throw new UncheckedIOException("a class made from rules can't be read", e);
    }
  }

  /** The constant pool: of each entry its tag, and its text or the entries that it points to. */
  private static final class Pool {
    private final int[] tags;
    private final String[] texts;
    private final int[] first;
    private final int[] second;

    Pool(DataInputStream in) throws IOException {
      int size = in.readUnsignedShort();
      tags = new int[size];
      texts = new String[size];
      first = new int[size];
      second = new int[size];
      for (int i = 1; i < size; i++) {
        tags[i] = in.readUnsignedByte();
        i += read(in, i);
      }
    }

    /** Returns how many further entries the constant takes up. */
    private int read(DataInputStream in, int i) throws IOException {
      switch (tags[i]) {
        case UTF8 -> texts[i] = in.readUTF();
        case 3, 4 -> in.readInt();
        case 5, 6 -> {
          in.readLong();
          return 1;
        }
        case CLASS, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
        case FIELD, 10, INTERFACE_METHOD, 12, 17, 18 -> {
          first[i] = in.readUnsignedShort();
          second[i] = in.readUnsignedShort();
        }
        case 15 -> {
          in.readUnsignedByte();
          in.readUnsignedShort();
        }
        default -> throw new IOException("constant " + i + " has the unknown tag " + tags[i]);
      }
      return 0;
    }

    ClassReferences references() {
      SortedSet<String> classes = new TreeSet<>();
      SortedSet<String> members = new TreeSet<>();
      for (int i = 1; i < tags.length; i++) {
        if (tags[i] == CLASS) {
          classes.add(texts[first[i]]);
        } else if (tags[i] >= FIELD && tags[i] <= INTERFACE_METHOD) {
          members.add(texts[first[first[i]]] + "." + texts[first[second[i]]]);
        }
      }
      return new ClassReferences(classes, members);
    }
  }
}
