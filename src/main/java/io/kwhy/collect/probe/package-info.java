/** Which edges are worth a packet, and the shell text that sends it. */
package io.kwhy.collect.probe;
