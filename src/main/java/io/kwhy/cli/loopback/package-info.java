/** Servers on loopback that are asked as API servers are, for rehearsals of looks at a cluster. */
package io.kwhy.cli.loopback;
