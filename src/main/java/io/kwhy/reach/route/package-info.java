/** Routes and routing rules that lead astray, and routes that somebody took away. */
package io.kwhy.reach.route;
