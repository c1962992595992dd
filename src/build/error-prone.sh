#!/bin/sh
# Lets Error Prone look at what javac.sh compiled, tests and all in one go, and writes no class. What it found nothing in
# is not looked at again.
set -eu
kept=target/beside/javac
passed=$kept/passed
[ -f "$passed" ] && [ -z "$(find "$kept" -name '*.asked' -newer "$passed")" ] && exit
begun=$kept/begun.$$
touch "$begun"
{
  grep '\.java"$' "$kept/main.asked"
  cat "$kept/test.asked"
} >"$kept/all"
# shellcheck disable=SC2046
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" $(cat "$kept/test.options") --should-stop=ifNoError=FLOW "@$kept/all"
mv "$begun" "$passed"
