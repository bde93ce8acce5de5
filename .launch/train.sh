#!/usr/bin/env bash
# Trains a network of Tintype with what lies in this folder; nothing need be installed, and no network be there:
#   ./train NETWORK --photos data/PHOTOS -o RUN        ./train --help says the rest
#
#   TINTYPE_HEAP   memory for photos, such as 16g (else half of what the machine has)
#   TINTYPE_CACHE  where native libraries are unpacked (else in this folder)
set -u

here=$(CDPATH='' cd -P -- "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 3
. "$here/environment.sh"
classpath=
while IFS= read -r jar; do
    classpath=$classpath${classpath:+:}$here/lib/$jar
done < "$here/lib/order"
options+=(
    -Dorg.bytedeco.javacpp.cachedir="${TINTYPE_CACHE:-$here}/natives"
    -Dtintype.home="$here"
)
if [ -n "${TINTYPE_HEAP:-}" ]; then
    options+=(-Xmx"$TINTYPE_HEAP")
else
    options+=(-XX:MaxRAMPercentage=50)
fi
exec "$here/jre/bin/java" "${options[@]}" -cp "$classpath" dev.tintype.cli.Tintype train "$@"
