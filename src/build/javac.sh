#!/bin/sh
# Stands in for javac: compiles without Error Prone, which takes four times as long and writes no class, and without lint,
# which takes as long as the rest. What Maven asked for is kept for error-prone.sh, which looks at the same sources with
# both beside the steps that follow.
set -eu
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
case " $* " in
  *" @"*) ;;
  *) exec "$javac" "$@" ;;
esac
asked=
for argument; do
  shift
  case $argument in
    @*) asked=${argument#@} ;;
    *) set -- "$@" "$argument" ;;
  esac
done
name=main
grep -q '/test-classes"$' "$asked" && name=test
kept=target/beside/javac
mkdir -p "$kept"
printf '%s\n' "$@" >"$kept/$name.options"
sed -e '/^"-processorpath"$/{N;d;}' -e '/^"-Xplugin:/d' -e '/^"-X[a-z]*lint:/d' "$asked" >"$kept/$name.plain"
cp "$asked" "$kept/$name.asked"
exec "$javac" "$@" -proc:none "@$kept/$name.plain"
