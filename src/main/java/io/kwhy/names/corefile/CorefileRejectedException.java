package io.kwhy.names.corefile;

/** CoreDNS would not take the Corefile. Says where and why, in words close to its own. */
final class CorefileRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient CorefileToken at;

  CorefileRejectedException(CorefileToken at, String problem) {
    super(problem);
    this.at = at;
  }

  CorefileToken at() {
    return at;
  }
}
