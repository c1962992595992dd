/** The cluster's own view: what its API says. */
package io.kwhy.collect.cluster;
