package io.kwhy.netfilter;

/** An interface by name, none at all, or one that the evidence does not tell. */
public record Device(String name, boolean known) {
  public static final Device NONE = new Device("", true);
  public static final Device UNKNOWN = new Device("", false);

  /** The interface of that name. */
  public static Device named(String name) {
    return new Device(name, true);
  }

  /** Whether it is {@code lo}. */
  public boolean isLoopback() {
    return name.equals("lo");
  }
}
