package io.kwhy.parse.log;

/** Go's quoting of strings, as logrus and klog use it. */
final class Quoting {
  private Quoting() {}

  /** The closing quote of a string whose opening quote is at {@code open}; the end if it is cut. */
  static int end(String text, int open) {
    int at = open + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  /** The text between two places with its escapes undone. */
  static String undo(String text, int from, int to) {
    int next = text.indexOf('\\', from);
    if (next < 0 || next >= to) {
      return text.substring(from, to);
    }
    StringBuilder plain = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      char c = text.charAt(at++);
      at = c == '\\' && at < to ? escape(text, at, to, plain) : append(plain, c, at);
    }
    return plain.toString();
  }

  private static int append(StringBuilder plain, char c, int at) {
    plain.append(c);
    return at;
  }

  private static int escape(String text, int at, int to, StringBuilder plain) {
    char c = text.charAt(at);
    switch (c) {
      case 'n' -> plain.append('\n');
      case 't' -> plain.append('\t');
      case 'r' -> plain.append('\r');
      case 'x' -> {
        return code(text, at, to, 2, plain);
      }
      case 'u' -> {
        return code(text, at, to, 4, plain);
      }
      case 'U' -> {
        return code(text, at, to, 8, plain);
      }
      default -> plain.append(c);
    }
    return at + 1;
  }

  private static int code(String text, int at, int to, int digits, StringBuilder plain) {
    int end = at + 1 + digits;
    if (end <= to) {
      long value = 0;
      for (int i = at + 1; i < end; i++) {
        int digit = Character.digit(text.charAt(i), 16);
        value = digit < 0 ? Long.MAX_VALUE >> 4 : value << 4 | digit;
      }
      if (value <= Character.MAX_CODE_POINT) {
        plain.appendCodePoint((int) value);
        return end;
      }
    }
    plain.append(text.charAt(at));
    return at + 1;
  }
}
