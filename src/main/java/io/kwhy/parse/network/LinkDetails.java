package io.kwhy.parse.network;

import io.kwhy.parse.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Whether {@code ip addr} was asked with {@code -d}: then it tells of each interface all that
 * {@code ip -d link} does, and its addresses besides.
 */
public final class LinkDetails {

  /** Printed of every interface, in both forms, and only with {@code -d}. */
  private static final String DETAIL = "promiscuity";

  /** The first interface stands in the first few lines. */
  private static final int LOOKED_AT = 8192;

  private LinkDetails() {}

  /** Whether an entry of {@code ip addr} has the details of links. */
  public static boolean in(Input addresses) throws IOException {
    try (InputStream in = addresses.open()) {
      return new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8).contains(DETAIL);
    }
  }
}
