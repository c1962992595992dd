/** A folder of rules as its files say it, and what is wrong in them, by file and line. */
package io.kwhy.rule.file;
