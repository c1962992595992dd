#!/bin/sh
# Stands in for javac: compiles without Error Prone, which takes four times as long and writes no class. What Maven asked for
# is kept for error-prone.sh, which looks at the same sources beside the steps that follow.
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
sed -e '/^"-processorpath"$/{N;d;}' -e '/^"-Xplugin:/d' "$asked" >"$kept/$name.plain"
cp "$asked" "$kept/$name.asked"
exec "$javac" "$@" -proc:none "@$kept/$name.plain"
