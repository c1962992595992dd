#!/bin/sh
# Completes the distribution in $1 with launcher, rules and licence, and records with the JVM $2 which
# classes a diagnosis loads. Without that archive kwhy starts slower and works the same, so a failure of it
# fails nothing.
set -eu
dist=$1
java=$2
cp kwhy LICENSE src/main/dist/job.yaml "$dist/"
rm -rf "$dist/rules" "$dist"/classes-*.jsa
cp -R rules "$dist/rules"
"$java" -XX:TieredStopAtLevel=1 src/main/dist/UnsignedJars.java "$dist/lib" "$dist/live"
hash=$( (cat "$dist"/lib/*.jar "$dist"/live/*.jar; "$java" -version 2>&1) | cksum | cut -d' ' -f1)
# Some of them are enough: a rehearsal loads all rules in any case.
samples=$(find facts-samples -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sort | awk 'NR % 25 == 1')
# Listed first and dumped then: unlike an archive that the rehearsal itself leaves, such a one takes
# picocli's classes, which are of an old format, and is read quicker.
if [ -n "$samples" ]; then
  classes=$dist/classes.lst
  # The rehearsal asks a server of its own by TLS, with this key on both sides.
  keys=$dist/rehearsal.p12
  sh src/main/dist/rehearsal-keys.sh "$java" "$keys" || keys=
  # shellcheck disable=SC2086
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:DumpLoadedClassList=$classes" \
    "-Dkwhy.rehearsal.keys=$keys" -Xlog:disable -cp "$dist/lib/*:$dist/live/*" io.kwhy.cli.Rehearsal $samples >/dev/null 2>&1 </dev/null &&
    "$java" -Xshare:dump "-XX:SharedClassListFile=$classes" "-XX:SharedArchiveFile=$dist/classes-$hash.jsa" \
      -Xlog:disable -cp "$dist/lib/*:$dist/live/*" >/dev/null 2>&1 </dev/null || true
  rm -f "$classes" "$dist"/rehearsal.p12*
fi
touch "$dist/built"
