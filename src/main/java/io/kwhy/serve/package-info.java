/** A bundle as a read-only Kubernetes API on loopback, for kubectl and other tools. */
package io.kwhy.serve;
