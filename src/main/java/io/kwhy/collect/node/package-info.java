/** What hosts themselves have to say: the script that looks, and the ways to run it. */
package io.kwhy.collect.node;
