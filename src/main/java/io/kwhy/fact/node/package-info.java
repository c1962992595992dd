/** What a host's own files and commands say. */
package io.kwhy.fact.node;
