/** What k3s itself is told and keeps: settings, tokens, certificates, node passwords. */
package io.kwhy.parse.k3s;
