/** Which cluster is meant, how to log in there, and what to trust; with the client that asks it. */
package io.kwhy.collect.access;
