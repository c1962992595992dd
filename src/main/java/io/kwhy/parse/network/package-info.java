/**
 * Parsers of what a host says of its network: addresses, routes, filters, sockets, names, probes.
 */
package io.kwhy.parse.network;
