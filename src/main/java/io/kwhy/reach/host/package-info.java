/** The nodes as packets see them, and the evaluator for what was captured of a host. */
package io.kwhy.reach.host;
