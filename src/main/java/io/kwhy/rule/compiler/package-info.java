/**
 * Rules made into classes: Drools' compiler, where it says something is wrong, the sandbox for
 * users' rules and the cache.
 */
package io.kwhy.rule.compiler;
