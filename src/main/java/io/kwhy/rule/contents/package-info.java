/**
 * What compiled rules hold besides classes, and how it is packed beside them: read at each start.
 */
package io.kwhy.rule.contents;
