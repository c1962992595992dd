/**
 * Hosts looked at from a pod of our own on each. The one place where something is written to a
 * cluster: it makes these pods, if the user asks for that, and deletes them.
 */
package io.kwhy.collect.pod;
