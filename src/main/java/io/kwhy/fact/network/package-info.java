/** Interfaces, addresses, routes, neighbours and sockets of a host. */
package io.kwhy.fact.network;
