/** What a pod's or node's resolver, and CoreDNS, would do with a name, as far as the facts tell. */
package io.kwhy.names;
