/** Model: what NetworkPolicies make of a connection, and which that somebody missed they close. */
package io.kwhy.policy;
