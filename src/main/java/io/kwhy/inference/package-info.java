/** The words that rules conclude with. */
package io.kwhy.inference;
