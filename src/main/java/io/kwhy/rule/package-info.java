/** What kwhy knows, as a book: its own rules, cards and signals, and the user's on top. */
package io.kwhy.rule;
