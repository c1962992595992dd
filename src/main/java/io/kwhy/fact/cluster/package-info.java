/** What the Kubernetes API says. */
package io.kwhy.fact.cluster;
