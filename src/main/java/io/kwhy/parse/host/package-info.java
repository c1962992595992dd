/** What a host's own files and commands say: one parser per source. */
package io.kwhy.parse.host;
