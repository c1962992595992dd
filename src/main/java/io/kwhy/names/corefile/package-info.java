/**
 * The Corefile: its words and blocks, as Caddy's parser takes them, and what CoreDNS turns down.
 */
package io.kwhy.names.corefile;
