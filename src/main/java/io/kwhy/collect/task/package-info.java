/** What is looked at by several threads. */
package io.kwhy.collect.task;
