/** Facts and a rule book in, a diagnosis out: a plain, sorted value. */
package io.kwhy.diagnosis;
