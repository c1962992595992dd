package io.kwhy.bundle.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates within text: in files with their lines, in JSON on one line, or in base64 there. */
final class Pem {
  private static final String BEGIN = "-----BEGIN CERTIFICATE";
  private static final String END = "-----END CERTIFICATE";

  /** What PEM begins with, in base64. */
  private static final String ENCODED = "LS0tLS1CRUdJTi";

  /** Of an expression that may go back a long certificate would need a deep stack. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "(-----BEGIN CERTIFICATE(?: REQUEST)?-----)((?:[A-Za-z0-9+/=\\s]++|\\\\[nr])++)(?=-----END CERTIFICATE)");

  private static final Pattern IN_BASE64 = Pattern.compile(ENCODED + "[A-Za-z0-9+/=]{40,}");
  private static final int LINE = 64;

  private final UnaryOperator<byte[]> der;

  /**
   * @param der what becomes of each certificate; the same bytes if nothing does
   */
  Pem(UnaryOperator<byte[]> der) {
    this.der = der;
  }

  /** Whether a certificate begins on that line and ends on another. */
  static boolean begins(String line) {
    return line.startsWith(BEGIN) && !line.contains(END);
  }

  static boolean ends(String line) {
    return line.contains(END);
  }

  /** The text with other certificates. */
  String rewritten(String text) {
    String out = text;
    if (out.contains(BEGIN)) {
      out = BLOCK.matcher(out).replaceAll(found -> Matcher.quoteReplacement(block(found)));
    }
    return out.contains(ENCODED)
        ? IN_BASE64.matcher(out).replaceAll(found -> encoded(found.group()))
        : out;
  }

  private String block(MatchResult found) {
    String body = found.group(2);
    byte[] before;
    try {
      before = Base64.getDecoder().decode(body.replaceAll("\\\\[nr]|\\s", ""));
    } catch (IllegalArgumentException e) {
      return found.group();
    }
    byte[] after = der.apply(before);
    if (Arrays.equals(before, after)) {
      return found.group();
    }
    String between = body.startsWith("\\n") ? "\\n" : "\n";
    byte[] separator = between.getBytes(StandardCharsets.UTF_8);
    String lines = Base64.getMimeEncoder(LINE, separator).encodeToString(after);
    return found.group(1) + between + lines + between;
  }

  private String encoded(String base64) {
    try {
      String pem = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      String other = rewritten(pem);
      return other.equals(pem)
          ? base64
          : Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return base64;
    }
  }
}
