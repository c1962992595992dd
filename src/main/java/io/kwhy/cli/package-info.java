/** The commands. The only room that prints or exits. */
package io.kwhy.cli;
