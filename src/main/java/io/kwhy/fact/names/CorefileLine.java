package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A line of the Corefile, or of a file that it may import, as it is in its ConfigMap now.
 *
 * @param namespace of the ConfigMap
 * @param name of the ConfigMap
 * @param key of the ConfigMap
 * @param file its path in CoreDNS's container
 * @param fileLine from 1
 * @param content the line, without blanks around it
 * @param plugin that the line belongs to, or empty
 * @param time how many times the plugin stands in its server block up to here, from 1; 0 in lines
 *     that do not begin with a plugin's name
 */
public record CorefileLine(
    String namespace,
    String name,
    String key,
    String file,
    int fileLine,
    String content,
    String plugin,
    int time,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return key + ":" + fileLine + ": " + content;
  }
}
