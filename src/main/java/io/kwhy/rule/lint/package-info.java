/** The rules of the rules, beyond what the compiler asks. */
package io.kwhy.rule.lint;
