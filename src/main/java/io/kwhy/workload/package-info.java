package io.kwhy.workload;

/** Model: what Services select, why nodes turn pods away, why images do not come. */
