package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.List;

/**
 * An X.509 certificate in a file of the host.
 *
 * @param path file on the host
 * @param index place in the file, from 0
 * @param names subject alternative names
 * @param authority whether it is a CA certificate
 * @param caHash what a K10 token would carry for this file: 64 hex digits; {@code ""} where a part
 *     of the file is damaged
 */
public record Certificate(
    String node,
    String path,
    int index,
    String subject,
    String issuer,
    List<String> names,
    Instant notBefore,
    Instant notAfter,
    boolean authority,
    String caHash,
    Origin origin)
    implements Fact {
  public Certificate {
    names = List.copyOf(names);
  }

  @Override
  public String text() {
    return "certificate " + subject + " valid " + notBefore + " to " + notAfter;
  }

  @Override
  public Instant since() {
    return notBefore;
  }
}
