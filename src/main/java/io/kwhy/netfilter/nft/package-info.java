/** Reads what {@code nft list ruleset} prints, as text and with {@code -j}. */
package io.kwhy.netfilter.nft;
