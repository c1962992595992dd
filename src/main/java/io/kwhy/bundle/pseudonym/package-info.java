/** Addresses and names of hosts exchanged for others, so that everything still fits together. */
package io.kwhy.bundle.pseudonym;
