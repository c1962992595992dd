/** Bundles as they come: folders, archives and output of the script, within limits. */
package io.kwhy.bundle.reading;
