package io.kwhy.reach.path;

import io.kwhy.reach.host.Peer;
import java.util.Optional;

/**
 * An end of a path.
 *
 * @param words as asked, with what it stands for
 * @param peer node that it is on; empty for services and for what is outside
 * @param pod whether it is a pod with an address of its own
 * @param port 0 if none is said and none follows
 */
record End(
    String words, Optional<Peer> peer, boolean pod, String address, int port, String protocol) {}
