package io.kwhy.bundle.redaction;

/**
 * Blanks secrets in command lines and similar text: values of options and variables that hold
 * tokens, passwords and keys, passwords in URLs, and whatever looks like a k3s token. It reads the
 * text once and rather blanks too much than too little.
 *
 * <p>Names of files that hold secrets stay ({@code --token-file}): they are what a diagnosis needs.
 */
public final class Blanking {

  /** What stands where a secret was. */
  public static final String MARK = "<redacted>";

  private final String text;
  private final StringBuilder out;
  private boolean valueExpected;
  private boolean k3s;

  private Blanking(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /** The text with {@value #MARK} in place of each secret. */
  public static String blank(String text) {
    return new Blanking(text).run();
  }

  private String run() {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      if (Character.isWhitespace(text.charAt(at))) {
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
          end++;
        }
        out.append(text, at, end);
      } else {
        end = word(at);
      }
      at = end;
    }
    return out.toString();
  }

  /** Writes the word that begins there. Returns where reading goes on. */
  private int word(int start) {
    int end = endOfWord(start);
    String word = text.substring(start, end);
    if (valueExpected && !word.startsWith("-")) {
      valueExpected = false;
      return secret(start, end);
    }
    valueExpected = false;
    int equals = secretAssignment(word);
    if (equals >= 0) {
      out.append(word, 0, equals + 1);
      return equals + 1 == word.length() ? end : secret(start + equals + 1, end);
    }
    valueExpected = announcesSecret(word);
    k3s |= word.equals("k3s") || word.endsWith("/k3s");
    out.append(blankToken(blankUserInfo(word)));
    return end;
  }

  /** Writes the mark for a value, which in quotes may go beyond its first word. */
  private int secret(int start, int end) {
    out.append(MARK);
    char quote = text.charAt(start);
    if (quote != '"' && quote != '\'') {
      return end;
    }
    int close = text.indexOf(quote, start + 1);
    return close < end ? end : endOfWord(close);
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * Where in {@code --token=x}, {@code K3S_TOKEN=x} or {@code a=1,password=x} the secret's = is.
   */
  private int secretAssignment(String word) {
    for (int at = word.indexOf('='); at > 0; at = word.indexOf('=', at + 1)) {
      if (SecretName.endsLikeOne(word, at) || (k3s && word.startsWith("-t="))) {
        return at;
      }
    }
    return -1;
  }

  /** Whether the value is the next word: {@code --token x}, {@code Authorization: Bearer x}. */
  private boolean announcesSecret(String word) {
    return (word.startsWith("-") && SecretName.endsLikeOne(word, word.length()))
        || word.equals("Bearer")
        || (k3s && word.equals("-t"));
  }

  /** {@code mysql://user:x@tcp(host)/} and the same without a scheme. */
  private static String blankUserInfo(String word) {
    int at = word.lastIndexOf('@');
    int scheme = word.indexOf("://");
    boolean dataSource = word.startsWith("@tcp(", at) || word.startsWith("@unix(", at);
    if (at < 0 || (scheme < 0 && !dataSource)) {
      return word;
    }
    int colon = word.indexOf(':', scheme < 0 ? 0 : scheme + 3);
    return colon < 0 || colon > at
        ? word
        : word.substring(0, colon + 1) + MARK + word.substring(at);
  }

  /** {@code K10<hash of the CA>::<user>:<secret>}. */
  private static String blankToken(String word) {
    int colons = word.indexOf("::");
    int start = colons < 0 ? -1 : word.lastIndexOf("K10", colons);
    return start < 0 ? word : word.substring(0, start) + MARK;
  }
}
