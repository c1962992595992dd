package io.kwhy.netfilter.nft;

/**
 * A word of an nft listing.
 *
 * @param quoted it stood in double quotes, which are left out
 */
record Token(String text, boolean quoted, int line) {

  boolean is(String word) {
    return !quoted && text.equals(word);
  }

  boolean ends() {
    return is("\n") || is(";") || is("}");
  }
}
