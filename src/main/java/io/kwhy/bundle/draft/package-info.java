/** A bundle in the making: freed of secrets on the way in, kept, and written to a disk. */
package io.kwhy.bundle.draft;
