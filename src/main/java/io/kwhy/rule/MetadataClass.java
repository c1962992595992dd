package io.kwhy.rule;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The class that Drools makes beside the rules of a package has a constant for each type that they
 * read, each of a class of its own, which numbers the fields of the type. To load them all takes
 * longer than to load the few rules that a start wants; so here all constants are {@link
 * FieldNumbers#ALL}. The form of a class file is in chapter 4 of the JVM specification.
 */
final class MetadataClass {
  private static final String NAME = "/DomainClassesMetadata";
  private static final String SUFFIX = ".class";

  private static final int JAVA_17 = 61;
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int NAME_AND_TYPE = 12;
  private static final int PUBLIC_STATIC_FINAL = 0x19;
  private static final int PUBLIC_FINAL_SUPER = 0x31;
  private static final int STATIC = 0x8;
  private static final int GET_STATIC = 0xb2;
  private static final int PUT_STATIC = 0xb3;
  private static final int RETURN = 0xb1;

  /** The first constant of the first field; each has three. */
  private static final int FIRST = 14;

  private final String name;
  private final List<String> fields;
  private final DataOutputStream out;

  private MetadataClass(String name, List<String> fields, DataOutputStream out) {
    this.name = name;
    this.fields = fields;
    this.out = out;
  }

  /** Whether the file is the class of a constant. */
  static boolean isOfOneType(String file) {
    return file.contains(NAME) && file.contains("$");
  }

  /** Whether the file is the class with the constants. */
  static boolean is(String file) {
    return file.contains(NAME) && !file.contains("$");
  }

  /**
   * The class with the same constants, all of them one object.
   *
   * @param file e.g. {@code symptoms/DomainClassesMetadata1F.class}
   * @param code the class as Drools made it
   */
  static byte[] of(String file, byte[] code) {
    String name = file.substring(0, file.length() - SUFFIX.length());
    List<String> fields = new ArrayList<>();
    for (String member : ClassReferences.of(code).members()) {
      if (member.startsWith(name + ".")) {
        fields.add(member.substring(name.length() + 1));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      new MetadataClass(name, fields, out).write();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  private void write() throws IOException {
    out.writeInt(0xcafebabe);
    out.writeInt(JAVA_17);
    constants();
    shorts(PUBLIC_FINAL_SUPER, 4, 2, 0, fields.size());
    for (int i = 0; i < fields.size(); i++) {
      shorts(PUBLIC_STATIC_FINAL, FIRST + 3 * i, 5, 0);
    }
    shorts(1, STATIC, 11, 12, 1);
    initializer();
    shorts(0);
  }

  private void constants() throws IOException {
    out.writeShort(FIRST + 3 * fields.size());
    text("java/lang/Object");
    pair(CLASS, 1);
    text(name);
    pair(CLASS, 3);
    text("Lorg/drools/model/DomainClassMetadata;");
    text("io/kwhy/rule/FieldNumbers");
    pair(CLASS, 6);
    text("ALL");
    pair(NAME_AND_TYPE, 8, 5);
    pair(FIELD, 7, 9);
    text("<clinit>");
    text("()V");
    text("Code");
    for (int i = 0; i < fields.size(); i++) {
      text(fields.get(i));
      pair(NAME_AND_TYPE, FIRST + 3 * i, 5);
      pair(FIELD, 4, FIRST + 3 * i + 1);
    }
  }

  /** Fills one constant after the other. */
  private void initializer() throws IOException {
    int length = 6 * fields.size() + 1;
    shorts(13);
    out.writeInt(12 + length);
    shorts(1, 0);
    out.writeInt(length);
    for (int i = 0; i < fields.size(); i++) {
      pair(GET_STATIC, 10);
      pair(PUT_STATIC, FIRST + 3 * i + 2);
    }
    out.writeByte(RETURN);
    shorts(0, 0);
  }

  private void text(String text) throws IOException {
    out.writeByte(UTF8);
    out.writeUTF(text);
  }

  private void pair(int what, int... constants) throws IOException {
    out.writeByte(what);
    shorts(constants);
  }

  private void shorts(int... all) throws IOException {
    for (int each : all) {
      out.writeShort(each);
    }
  }
}
