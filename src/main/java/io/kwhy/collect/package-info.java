/** Live evidence into a bundle: it reads, and changes nothing. */
package io.kwhy.collect;
