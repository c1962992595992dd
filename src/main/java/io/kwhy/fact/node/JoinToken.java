package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The form of a join token; never its secret.
 *
 * @param key token or agent-token
 * @param form one of {@code secure} (K10 with the hash of the cluster's CA), {@code short}, {@code
 *     bootstrap} (id.secret, joins agents only), {@code malformed}, {@code redacted}
 * @param caHash 64 hex digits of a secure token; {@code ""} otherwise
 * @param user for whom a K10 token was made: {@code server}, {@code node}; {@code ""} where it does
 *     not say
 * @param problem what is wrong with a malformed one; {@code ""} otherwise
 */
public record JoinToken(
    String node, String key, String form, String caHash, String user, String problem, Origin origin)
    implements Fact {
  @Override
  public String text() {
    if (!problem.isEmpty()) {
      return key + ": " + problem;
    }
    return key
        + ": a "
        + form
        + " token"
        + (user.isEmpty() ? "" : " for user " + user)
        + (caHash.isEmpty() ? "" : " with CA hash " + caHash);
  }
}
