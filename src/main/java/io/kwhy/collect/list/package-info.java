/** Lists of objects as the API wrote them, for what is looked up in them while looking goes on. */
package io.kwhy.collect.list;
