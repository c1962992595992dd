/**
 * JSON of any size as it streams by: a cursor that takes values as what a reader expects there, and
 * makes a gap with line and path of what is not.
 */
package io.kwhy.parse.json;
