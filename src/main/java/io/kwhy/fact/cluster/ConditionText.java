package io.kwhy.fact.cluster;

/** A condition in words. */
final class ConditionText {
  private ConditionText() {}

  /**
   * {@code Pod shop/web Ready=False (ContainersNotReady): why}.
   *
   * @param reason {@code ""} where there is none, as with the message
   */
  static String of(String who, String type, String status, String reason, String message) {
    return who
        + " "
        + type
        + "="
        + status
        + (reason.isEmpty() ? "" : " (" + reason + ")")
        + (message.isEmpty() ? "" : ": " + message);
  }
}
