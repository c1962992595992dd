/** Which rules a bundle calls for, and an engine's model of those alone. */
package io.kwhy.rule.selection;
