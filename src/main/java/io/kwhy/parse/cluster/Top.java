package io.kwhy.parse.cluster;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What made a pod in the end, told from the names alone: a Deployment names its ReplicaSets after
 * itself and the hash of the template, a CronJob its Jobs after itself and the minute (before v1.21
 * the second) they are due.
 *
 * @param kind in lower case, as in a subject
 */
record Top(String kind, String name) {
  private static final Pattern OF_CRON_JOB = Pattern.compile("(.+)-(?:\\d{8}|\\d{10})");

  static Top of(String pod, Reference owner, Map<String, String> labels) {
    // A static pod is owned by its Node, which did not make it.
    if (owner.name.isEmpty() || owner.kind.equals("Node")) {
      return new Top("pod", pod);
    }
    String hash = labels.getOrDefault("pod-template-hash", "");
    if (owner.kind.equals("ReplicaSet") && !hash.isEmpty() && owner.name.endsWith("-" + hash)) {
      int end = owner.name.length() - hash.length() - 1;
      return new Top("deployment", owner.name.substring(0, end));
    }
    Matcher cron = OF_CRON_JOB.matcher(owner.name);
    if (owner.kind.equals("Job") && cron.matches()) {
      return new Top("cronjob", cron.group(1));
    }
    return new Top(owner.kind.toLowerCase(Locale.ROOT), owner.name);
  }
}
