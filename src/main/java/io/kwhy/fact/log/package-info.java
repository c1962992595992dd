/** What log lines mean, and when units started. */
package io.kwhy.fact.log;
