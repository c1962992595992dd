/** What a packet sent at capture time met. */
package io.kwhy.fact.probe;
