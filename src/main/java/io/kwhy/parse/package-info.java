/** One parser per source: entry in, facts out. No conclusions. */
package io.kwhy.parse;
