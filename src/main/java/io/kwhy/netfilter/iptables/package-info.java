/** Reads what {@code iptables-save}, {@code iptables -S} and {@code ipset} print. */
package io.kwhy.netfilter.iptables;
