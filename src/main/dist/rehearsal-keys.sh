#!/bin/sh
# Makes, with the tool beside the JVM $1, the store $2: a key for 127.0.0.1 that an authority of its own has
# signed, good for both sides of TLS. The password of it is no secret.
set -eu
tool=${1%/*}/keytool
keys=$2
keytool() { "$tool" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC "$@" -keystore "$keys" -storepass rehearsal >/dev/null 2>&1 </dev/null; }
keypair() { keytool -genkeypair -keyalg EC -groupname secp256r1 -validity 2 -dname "CN=$1" -alias "$@"; }
rm -f "$keys"
keypair authority -ext bc:c
keypair rehearsal -signer authority -ext san=ip:127.0.0.1 -ext eku=serverAuth,clientAuth
