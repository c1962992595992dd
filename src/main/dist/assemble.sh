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
# A key for the rehearsal, which asks a server of its own by TLS: an authority has signed it, and it is on both sides.
keys=$dist/rehearsal.p12
make_keys() {
  keytool() { "${java%/*}/keytool" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC "$@" -keystore "$keys" -storepass rehearsal 2>/dev/null </dev/null; }
  keypair() { keytool -genkeypair -keyalg EC -groupname secp256r1 -validity 2 -dname "CN=$1" -alias "$@"; }
  rm -f "$keys"
  keypair authority -ext bc:c &&
    keypair rehearsal &&
    keytool -certreq -alias rehearsal -file "$keys.csr" &&
    keytool -gencert -alias authority -validity 2 -ext san=ip:127.0.0.1 -ext eku=serverAuth,clientAuth -infile "$keys.csr" -outfile "$keys.crt" &&
    keytool -importcert -noprompt -alias rehearsal -file "$keys.crt"
}
make_keys &
made=$!
"$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC src/main/dist/UnsignedJars.java "$dist/lib" "$dist/live"
hash=$( (cat "$dist"/lib/*.jar "$dist"/live/*.jar; "$java" -version 2>&1) | cksum | cut -d' ' -f1)
wait "$made" || keys=
# Some of them are enough: a rehearsal loads all rules in any case.
samples=$(find facts-samples -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sort | awk 'NR % 25 == 1')
# Listed first and dumped then: unlike an archive that the rehearsal itself leaves, such a one takes
# picocli's classes, which are of an old format, and is read quicker.
if [ -n "$samples" ]; then
  classes=$dist/classes.lst
  # shellcheck disable=SC2086
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:DumpLoadedClassList=$classes" \
    "-Dkwhy.rehearsal.keys=$keys" -Xlog:disable -cp "$dist/lib/*:$dist/live/*" io.kwhy.cli.Rehearsal $samples >/dev/null 2>&1 </dev/null &&
    "$java" -XX:TieredStopAtLevel=1 -Xshare:dump "-XX:SharedClassListFile=$classes" "-XX:SharedArchiveFile=$dist/classes-$hash.jsa" \
      -Xlog:disable -cp "$dist/lib/*:$dist/live/*" >/dev/null 2>&1 </dev/null || true
  rm -f "$classes"
fi
rm -f "$dist"/rehearsal.p12*
touch "$dist/built"
