package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The form of a join token; never its secret.
 *
 * @param key token, agent-token
 * @param form one of {@code secure}, {@code short}, {@code bootstrap}, {@code malformed}, {@code
 *     redacted}
 * @param caHash 64 hex digits of a secure token; {@code ""} otherwise
 */
public record JoinToken(String node, String key, String form, String caHash, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return key + " is " + form + (caHash.isEmpty() ? "" : " with CA hash " + caHash);
  }
}
