package io.kwhy.reach.path;

import io.kwhy.fact.Origin;

/**
 * A rule, a policy or a routing decision that had a part in what became of a packet.
 *
 * @param sort rule, policy, route, if-matched, unless-matched or chance
 * @param hook e.g. PREROUTING
 * @param table {@code ""} for a routing decision
 * @param text as it stands in the evidence
 */
public record Decision(
    String sort, String hook, String table, String chain, String text, Origin origin) {}
