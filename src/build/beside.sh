#!/bin/sh
# Runs a step of the build beside those that follow it: "start NAME COMMAND…", and where its result is needed "wait NAME",
# which prints what the step printed and ends as it ended. "package GOALS NAME COMMAND…" starts it where what Maven was asked
# for goes as far as packages; "finish NAME COMMAND…" waits for it, or runs it now where it was not started. A step ends
# with Maven: where the build fails or is broken off, nothing writes into target that the next one makes anew.
set -eu
dir=target/beside

start() {
  name=$1
  shift
  mkdir -p "$dir"
  rm -f "$dir/$name.code"
  maven=$PPID
  (
    "$@" &
    step=$!
    while kill -0 "$step" && sleep 1; do
      kill -0 "$maven" || kill "$step"
    done 2>/dev/null &
    code=0
    wait "$step" || code=$?
    echo "$code" >"$dir/$name.part"
    mv "$dir/$name.part" "$dir/$name.code"
  ) >"$dir/$name.log" 2>&1 </dev/null &
  echo $! >"$dir/$name.pid"
}

await() {
  pid=$(cat "$dir/$1.pid")
  while [ ! -f "$dir/$1.code" ]; do
    kill -0 "$pid" 2>/dev/null || [ -f "$dir/$1.code" ] || {
      cat "$dir/$1.log"
      echo "$1 ended without a word"
      exit 1
    }
    sleep 0.1
  done
  rm "$dir/$1.pid"
  cat "$dir/$1.log"
  exit "$(cat "$dir/$1.code")"
}

what=$1
shift
case $what in
  start) start "$@" ;;
  wait) await "$1" ;;
  package)
    goals=$1
    shift
    rm -f "$dir/$1.pid"
    case $goals in
      *package* | *verify* | *install* | *deploy*) start "$@" ;;
    esac
    ;;
  finish)
    [ -f "$dir/$1.pid" ] || start "$@"
    await "$1"
    ;;
esac
