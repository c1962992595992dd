package io.kwhy.fact.workload;

/** What follows from the cluster's objects by counting and matching, as Kubernetes does it. */
