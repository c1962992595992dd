/** What follows from the facts about the resolving of names. */
package io.kwhy.fact.names;
