/**
 * What follows from the facts about packets: which of the flows that k3s needs the captured rules
 * and routes let pass, which entries flannel lacks, which ranges collide.
 */
package io.kwhy.reach;
