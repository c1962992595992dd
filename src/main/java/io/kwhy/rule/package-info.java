/**
 * What kwhy knows: rules, cards and signals, compiled into a book; compiler, cache, lint and the
 * sandbox for users' rules.
 */
package io.kwhy.rule;
