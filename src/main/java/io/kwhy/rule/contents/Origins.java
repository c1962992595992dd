package io.kwhy.rule.contents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule files that rules were compiled from. It lies beside the classes and apart from {@link
 * Contents}, because only who compiles changed rules asks for it.
 */
public record Origins(List<Origin> files) {
  /** Where it lies beside the classes. */
  public static final String PATH = "META-INF/kwhy/origins";

  /**
   * What a rule file was.
   *
   * @param path below the rules folder
   * @param packageName which it names
   * @param text SHA-256 of it
   * @param declarations SHA-256 of what is neither rule nor import
   * @param declared simple names of the types that it declares
   * @param shares whether rules of other files may use more of it than the types that it declares
   */
  public record Origin(
      String path,
      String packageName,
      String text,
      String declarations,
      List<String> declared,
      boolean shares) {
    public Origin {
      declared = List.copyOf(declared);
    }
  }

  public Origins {
    files = List.copyOf(files);
  }

  /** As bytes; the same files give the same bytes. */
  public byte[] write() {
    PackWriter out = new PackWriter();
    out.number(ContentsWriter.FORMAT);
    out.number(files.size());
    for (Origin file : files) {
      out.text(file.path());
      out.text(file.packageName());
      out.text(file.text());
      out.text(file.declarations());
      out.texts(file.declared());
      out.number(file.shares() ? 1 : 0);
    }
    return out.bytes();
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IOException if it is something else, or another format
   */
  public static Origins read(InputStream stream) throws IOException {
    PackReader in = PackReader.of(stream.readAllBytes());
    try {
      if (in.number() != ContentsWriter.FORMAT) {
        throw new IOException(PATH + " has another format than this kwhy reads");
      }
      int size = in.number();
      List<Origin> files = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        files.add(
            new Origin(in.text(), in.text(), in.text(), in.text(), in.texts(), in.number() == 1));
      }
      return new Origins(files);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException(PATH + " is damaged", e);
    }
  }
}
