/** Log lines become facts through signals: one pass over each log, and what is over told apart. */
package io.kwhy.parse.log;
