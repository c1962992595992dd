package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Where a server is in the change of the keys of Secrets, and with which keys, as its Node's
 * annotation keeps it.
 *
 * @param stage start, prepare, rotate, reencrypt_active or reencrypt_finished
 * @param hash of the server's file of keys; equal for equal files
 */
public record EncryptionState(String node, String stage, String hash, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Node " + node + " is at stage " + stage + " of its keys for Secrets, " + shown();
  }

  private String shown() {
    return hash.substring(0, Math.min(hash.length(), 12));
  }
}
