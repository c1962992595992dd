package io.kwhy.fact.network;

/**
 * What lets a packet pass again.
 *
 * @param command lines to type; words that hold blanks are in double quotes
 * @param effect what they do, as a sentence's end
 * @param lasting how it is made to last, where the rule comes from
 * @param lastingCommand lines to type for that
 */
public record Remedy(String command, String effect, String lasting, String lastingCommand) {
  /** Nothing to mend. */
  public static final Remedy NONE = new Remedy("", "", "", "");
}
