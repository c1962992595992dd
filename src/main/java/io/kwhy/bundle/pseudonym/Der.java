package io.kwhy.bundle.pseudonym;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A certificate with other names and addresses in it. Its signature no longer fits, which nobody
 * checks who only reads what it says.
 */
final class Der {
  private static final int OCTETS = 0x04;
  private static final int SEQUENCE = 0x30;
  private static final int NAME_ADDRESS = 0x87;

  /** Certificates have some ten levels. */
  private static final int DEEPEST = 30;

  /** What is nested deeper than anything that a name could be looked for in. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** What does not have the form of DER. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final UnaryOperator<String> text;
  private final UnaryOperator<byte[]> address;

  /**
   * @param text for each text in it
   * @param address for each address among the names
   */
  Der(UnaryOperator<String> text, UnaryOperator<byte[]> address) {
    this.text = text;
    this.address = address;
  }

  /** The bytes with other names; the same where they are no DER, none where no one knows. */
  byte[] rewritten(byte[] der) {
    try {
      return rewritten(der, 0);
    } catch (TooDeep e) {
      return new byte[0];
    }
  }

  private byte[] rewritten(byte[] der, int depth) {
    try {
      return elements(der, 0, der.length, depth);
    } catch (Malformed | IndexOutOfBoundsException e) {
      return der;
    }
  }

  private byte[] elements(byte[] der, int start, int end, int depth) {
    if (depth > DEEPEST) {
      throw new TooDeep();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = start;
    while (at < end) {
      int tag = der[at] & 0xff;
      int first = der[at + 1] & 0xff;
      int sizes = first < 0x80 ? 0 : first & 0x7f;
      int length = first;
      if (sizes > 0) {
        length = 0;
        for (int i = 0; i < sizes; i++) {
          length = length << 8 | (der[at + 2 + i] & 0xff);
        }
      }
      int body = at + 2 + sizes;
      if (sizes > 3 || length < 0 || body + length > end || (tag & 0x1f) == 0x1f) {
        throw new Malformed();
      }
      write(out, tag, element(tag, der, body, body + length, depth));
      at = body + length;
    }
    return out.toByteArray();
  }

  private byte[] element(int tag, byte[] der, int start, int end, int depth) {
    if ((tag & 0x20) != 0) {
      return elements(der, start, end, depth + 1);
    }
    byte[] body = Arrays.copyOfRange(der, start, end);
    if (isText(tag)) {
      return text.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
    if (tag == NAME_ADDRESS && (body.length == 4 || body.length == 16)) {
      return address.apply(body);
    }
    // Extensions are DER within octets.
    return tag == OCTETS && body.length > 1 && body[0] == SEQUENCE
        ? rewritten(body, depth + 1)
        : body;
  }

  /** UTF8String, PrintableString, IA5String; a name of the DNS and a URI among the names. */
  private static boolean isText(int tag) {
    return tag == 0x0c || tag == 0x13 || tag == 0x16 || tag == 0x82 || tag == 0x86;
  }

  private static void write(ByteArrayOutputStream out, int tag, byte[] body) {
    out.write(tag);
    if (body.length < 0x80) {
      out.write(body.length);
    } else {
      int sizes = body.length < 0x100 ? 1 : body.length < 0x10000 ? 2 : 3;
      out.write(0x80 | sizes);
      for (int i = sizes - 1; i >= 0; i--) {
        out.write(body.length >> (8 * i));
      }
    }
    out.writeBytes(body);
  }
}
