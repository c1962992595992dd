/**
 * What the Kubernetes API said, decoded as it streams by: a field that nobody reads is never held,
 * an object is forgotten once its facts are told.
 */
package io.kwhy.parse.cluster;
