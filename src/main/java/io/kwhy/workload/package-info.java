/** Model: what Services select, why nodes turn pods away, why images do not come. */
package io.kwhy.workload;
