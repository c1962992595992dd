#!/bin/sh
# Makes a container image of the distribution in $1 into the tar $2, with a runtime of the JDK $3 that has only what is
# needed, and the C library of this machine; no daemon, no base image. Then starts kwhy out of what was written.
set -eu
dist=$1
output=$2
jdk=$3
version=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 022

"$jdk/bin/jlink" --module-path "$jdk/jmods" --output "$work/runtime" --strip-java-debug-attributes --no-header-files \
  --no-man-pages --add-modules \
  java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.unsupported,jdk.zipfs

# Of the desktop's module only the beans are needed, which draw nothing.
for name in awt awt_headless awt_xawt fontmanager freetype harfbuzz javajpeg jawt jsound lcms mlib_image splashscreen; do
  rm -f "$work/runtime/lib/lib$name.so"
done

# What the runtime's programs and libraries are linked with, at the places where it is looked for.
mkdir -p "$work/system/etc" "$work/system/proc" "$work/system/tmp"
echo 'root:x:0:0:root:/:/none' >"$work/system/etc/passwd"
echo 'kwhy:x:65532:65532:kwhy:/tmp:/none' >>"$work/system/etc/passwd"
echo 'hosts: files dns' >"$work/system/etc/nsswitch.conf"
find "$work/runtime" -type f \( -name '*.so' -o -path '*/bin/*' \) -exec ldd {} + 2>/dev/null |
  sed -n 's/^.*=> \(\/[^ ]*\) (.*/\1/p; s/^[[:space:]]*\(\/[^ ]*\) (.*/\1/p' | grep -v "^$work" | sort -u >"$work/libraries"
# Names are looked up by libraries that nothing is linked with.
for name in libnss_files.so.2 libnss_dns.so.2 libresolv.so.2; do
  sed -n "s#/libc.so.6\$#/$name#p" "$work/libraries"
done >"$work/more"
sort -u "$work/libraries" "$work/more" | while read -r library; do
  [ -e "$library" ] || continue
  mkdir -p "$work/system$(dirname "$library")"
  cp -L "$library" "$work/system$library"
done

mkdir -p "$work/app"
cp -R "$dist/lib" "$dist/live" "$dist/LICENSE" "$work/app/"
case $(uname -m) in
  x86_64) architecture=amd64 ;;
  aarch64) architecture=arm64 ;;
  *) architecture=$(uname -m) ;;
esac
"$jdk/bin/java" -XX:TieredStopAtLevel=1 src/main/dist/OciImage.java "$output" "kwhy:$version" "$architecture" \
  /opt/kwhy/runtime/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Dfile.encoding=UTF-8 \
  -Xlog:disable -Xlog:all=error:stderr -cp '/opt/kwhy/lib/*:/opt/kwhy/live/*' io.kwhy.cli.Main -- \
  "$work/system=/" "$work/runtime=/opt/kwhy/runtime" "$work/app=/opt/kwhy"

sh src/main/dist/check-image.sh "$output"
