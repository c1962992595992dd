/** What follows from the cluster's objects by counting and matching, as Kubernetes does it. */
package io.kwhy.fact.workload;
