/** Takes secrets out of lines, settings, manifests and JSON before a bundle keeps them. */
package io.kwhy.bundle.redaction;
