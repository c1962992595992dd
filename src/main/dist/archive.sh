#!/bin/sh
# archive.sh [JAVA [SAMPLE…]]: makes the archive of classes anew in the distribution that this lies in, for the JVM that
# kwhy is started with, or for JAVA: where it is of another one, each start is slower. Which classes it has stands in
# classes.lst; with samples of bundles, and java's property of the store of keys, is found out by a rehearsal first.
set -eu
case $0 in
  */*) dist=${0%/*} ;;
  *) dist=. ;;
esac
java=java
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then java=$JAVA_HOME/bin/java; fi
if [ $# -gt 0 ]; then
  java=$1
  shift
fi

# As the launcher has them.
exec 9<"$dist"
place=/proc/self/fd/9
[ -d $place/lib ] || place=$dist
jars=$place/lib/kwhy.jar
for jar in "$place"/lib/*.jar "$place"/live/*.jar; do [ "$jar" = "$place/lib/kwhy.jar" ] || jars=$jars:$jar; done

# Listed first and dumped then: unlike an archive that the rehearsal itself leaves, such a one takes
# picocli's classes, which are of an old format, and is read quicker.
if [ $# -gt 0 ]; then
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:DumpLoadedClassList=$dist/classes.lst" -Xlog:disable \
    ${keys:+"-Dkwhy.rehearsal.keys=$keys"} -cp "$jars" io.kwhy.cli.Rehearsal "$@" >/dev/null 2>&1 </dev/null
fi
"$java" -XX:TieredStopAtLevel=1 -Xshare:dump "-XX:SharedClassListFile=$dist/classes.lst" "-XX:SharedArchiveFile=$dist/classes.part" \
  -Xlog:disable -cp "$jars" >/dev/null 2>&1 </dev/null
mv -f "$dist/classes.part" "$dist/classes.jsa"
