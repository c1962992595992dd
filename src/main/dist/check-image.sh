#!/bin/sh
# Reads the image in the tar $1 back: each blob is what its name says, and kwhy, started as the image says out of the
# unpacked layers and nothing else, names the cause of a sample.
set -eu
image=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/layout" "$work/root"
tar -xf "$image" -C "$work/layout"
for blob in "$work"/layout/blobs/sha256/*; do
  [ "$(sha256sum <"$blob" | cut -d' ' -f1)" = "${blob##*/}" ] || { echo "$blob is not what its name says" >&2; exit 1; }
done
python='import json, sys
layout = sys.argv[1]
blob = lambda digest: layout + "/blobs/sha256/" + digest.split(":")[1]
manifest = json.load(open(blob(json.load(open(layout + "/index.json"))["manifests"][0]["digest"])))
print(*[blob(layer["digest"]) for layer in manifest["layers"]])
print(*["\x27" + word + "\x27" for word in json.load(open(blob(manifest["config"]["digest"])))["config"]["Entrypoint"]])'
said=$(python3 -c "$python" "$work/layout")
for layer in $(echo "$said" | head -n 1); do tar -xzf "$layer" -C "$work/root"; done
cp -R facts-samples/node-password-lost "$work/root/tmp/sample"
entrypoint=$(echo "$said" | tail -n 1)
# Programs find their libraries by /proc, which every container has.
cat >"$work/inside" <<END
set -e
mount --rbind /proc "$work/root/proc"
exec chroot "$work/root" "\$@"
END
inside() { unshare -rm sh "$work/inside" "$@"; }
if ! inside /opt/kwhy/runtime/bin/java -version >"$work/report" 2>&1; then
  if unshare -rm true 2>/dev/null; then cat "$work/report" >&2; exit 1; fi
  echo "image $image: written, but not tried: no right to change the root here"
  exit 0
fi
code=0
eval "inside $entrypoint diagnose -q /tmp/sample" >"$work/report" 2>&1 || code=$?
grep -q 'node password' "$work/report" || { cat "$work/report" >&2; exit 1; }
[ "$code" = 1 ] || { echo "expected exit code 1, found $code" >&2; exit 1; }
# It knows how to ask an API server, too: there is none, and that is what it says.
code=0
eval "HOME=/none KUBECONFIG= inside $entrypoint diagnose" >"$work/report" 2>&1 || code=$?
grep -q 'no cluster: expected' "$work/report" || { cat "$work/report" >&2; exit 1; }
echo "image $image: $(du -h "$image" | cut -f1), diagnoses a sample out of its own layers"
