/** Facts: records that say what is, each with the place where it was read. They know nobody. */
package io.kwhy.fact;
