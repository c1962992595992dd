package io.kwhy.collect.access;

import java.util.List;

/**
 * Where an API is, and how to be let in.
 *
 * @param server without a slash at its end
 * @param namespace where to look if not everywhere may be looked
 * @param headers of each request
 * @param proxy on the way; {@code ""} for none
 */
public record Login(
    String server, String namespace, List<Header> headers, Trust trust, Keys keys, String proxy) {
  /** A line of a request's head. */
  public record Header(String name, String value) {
    /** Without what it holds, which may be a token. */
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Whose certificates a server may have.
   *
   * @param authorities PEM; {@code ""} for those that the host knows
   * @param anybody nobody is checked
   * @param name that the certificate must have; {@code ""} for the one in the address
   */
  public record Trust(String authorities, boolean anybody, String name) {}

  /**
   * A certificate to show, and its key.
   *
   * @param certificate PEM; {@code ""} for none
   */
  public record Keys(String certificate, String key) {
    /** None. */
    static final Keys NONE = new Keys("", "");

    /** Without the key. */
    @Override
    public String toString() {
      return certificate.isEmpty() ? "no certificate" : "a certificate and its key";
    }
  }

  public Login {
    headers = List.copyOf(headers);
    server = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
  }
}
