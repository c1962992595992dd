/**
 * Lines, words, numbers and rows of JSON as commands print them; what is not as expected is a gap.
 */
package io.kwhy.parse.text;
