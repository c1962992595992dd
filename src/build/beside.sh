#!/bin/sh
# Runs a step of the build beside those that follow it: "start NAME COMMAND…", and where its result is needed "wait NAME",
# which prints what the step printed and ends as it ended.
set -eu
dir=target/beside
name=$2
case $1 in
  start)
    shift 2
    mkdir -p "$dir"
    rm -f "$dir/$name.code"
    (
      code=0
      "$@" || code=$?
      echo "$code" >"$dir/$name.part"
      mv "$dir/$name.part" "$dir/$name.code"
    ) >"$dir/$name.log" 2>&1 </dev/null &
    echo $! >"$dir/$name.pid"
    ;;
  wait)
    pid=$(cat "$dir/$name.pid")
    while [ ! -f "$dir/$name.code" ]; do
      kill -0 "$pid" 2>/dev/null || [ -f "$dir/$name.code" ] || {
        cat "$dir/$name.log"
        echo "$name ended without a word"
        exit 1
      }
      sleep 0.1
    done
    cat "$dir/$name.log"
    exit "$(cat "$dir/$name.code")"
    ;;
esac
