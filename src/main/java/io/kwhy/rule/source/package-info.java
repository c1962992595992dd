/** Rule files, cards and signals, read and parsed without compiling them. */
package io.kwhy.rule.source;
