package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * An object that a pod needs before its containers can start. Told of pods whose details are told.
 *
 * @param kind ConfigMap, Secret, PersistentVolumeClaim
 * @param name of the object, in the pod's namespace
 * @param key the key that is wanted; {@code ""} for the object as a whole
 * @param use env, envFrom, volume, image-pull
 * @param container whose environment wants it; {@code ""} for volumes
 * @param place name of the variable or the volume
 * @param optional whether the pod starts without it, too
 */
public record PodReference(
    String namespace,
    String pod,
    String kind,
    String name,
    String key,
    String use,
    String container,
    String place,
    boolean optional,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Pod "
        + namespace
        + "/"
        + pod
        + " wants "
        + kind
        + " "
        + name
        + (key.isEmpty() ? "" : " key " + key)
        + " as "
        + use
        + (place.isEmpty() ? "" : " " + place)
        + (optional ? ", optional" : "");
  }
}
