#!/bin/sh
# Completes the distribution in $1 with launcher, rules and licence, and records with the JVM $2 which
# classes a diagnosis loads. Without that archive kwhy starts slower and works the same, so a failure of it
# fails nothing.
set -eu
dist=$1
java=$2
cp kwhy LICENSE src/main/dist/job.yaml src/main/dist/archive.sh "$dist/"
rm -rf "$dist/rules" "$dist"/classes*
cp -R rules "$dist/rules"
# The rehearsal asks a server of its own by TLS, with this key on both sides.
keys=$dist/rehearsal.p12
sh src/main/dist/rehearsal-keys.sh "$java" "$keys" &
made=$!
"$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC src/main/dist/UnsignedJars.java "$dist/lib" "$dist/live"
wait "$made" || keys=
export keys
# Some of them are enough: a rehearsal loads all rules in any case.
samples=$(find facts-samples -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sort | awk 'NR % 25 == 1')
if [ -n "$samples" ]; then
  # shellcheck disable=SC2086
  sh "$dist/archive.sh" "$java" $samples || true
fi
rm -f "$dist/rehearsal.p12" "$dist/classes.part"
touch "$dist/built"
