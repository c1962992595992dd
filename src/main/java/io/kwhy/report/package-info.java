/** A diagnosis, written in one of the formats. Decides nothing. */
package io.kwhy.report;
