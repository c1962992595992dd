/**
 * Live evidence into a bundle: it reads, and changes nothing. {@code pod} alone does, and only
 * where the user asks for it.
 */
package io.kwhy.collect;
