/** The way of one packet from host to host and back, as it is told to people. */
package io.kwhy.reach.path;
