/** Evidence at rest: what a bundle is, and the table of sources that says where in it each lies. */
package io.kwhy.bundle;
