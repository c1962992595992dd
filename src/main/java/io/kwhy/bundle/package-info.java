/** Evidence at rest: where it lies in a bundle, how it is read, within which limits. */
package io.kwhy.bundle;
