/** Model: which connections that somebody missed NetworkPolicies do not let through. */
package io.kwhy.policy;
