#!/bin/bash
# Asks the real libc for names, in a network namespace of its own with a real DNS server on its loopback.
# $1: a file with a case to a line, "NAME NDOTS EXISTING SEARCH..."; prints the names that were asked for, in order,
# a line for each case. Started by unshare --net --mount: nothing here is seen outside.
set -eu
for tool in ip dnsmasq getent; do
  command -v "$tool" > /dev/null || { echo "not installed: $tool" >&2; exit 1; }
done
dir=$(mktemp -d)
trap 'kill "${server:-0}" 2>/dev/null || true; rm -rf "$dir"' EXIT
ip link set lo up
mount --make-rprivate /
: > "$dir/resolv.conf"
echo 'hosts: dns' > "$dir/nsswitch.conf"
mount --bind "$dir/resolv.conf" /etc/resolv.conf
mount --bind "$dir/nsswitch.conf" /etc/nsswitch.conf
while read -r name ndots existing search; do
  : > "$dir/log"
  printf 'nameserver 127.0.0.1\nsearch %s\noptions ndots:%s\n' "$search" "$ndots" > "$dir/resolv.conf"
  dnsmasq --no-daemon --conf-file=/dev/null --no-hosts --no-resolv --server=/#/ --log-queries --log-facility="$dir/log" \
    --listen-address=127.0.0.1 --bind-interfaces --user=root --cache-size=0 --host-record="$existing,192.0.2.1" > /dev/null 2>&1 &
  server=$!
  until grep -q started "$dir/log"; do sleep 0.05; done
  getent hosts "$name" > /dev/null || true
  sleep 0.1
  kill "$server"
  wait "$server" || true
  sed -n 's/.*query\[A\] \([^ ]*\) from.*/\1/p' "$dir/log" | paste -sd' '
done < "$1"
