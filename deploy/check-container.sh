#!/usr/bin/env bash
# Builds the image for real and runs the demo in it, without a container engine: buildah in chroot isolation, on a base
# made with debootstrap and this machine's own .NET folder. Needs root, buildah, debootstrap, curl. Linux only.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
base=localhost/newswatcher-base
image=localhost/newswatcher
port=${NEWSWATCHER_CHECK_PORT:-18080}
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
store=(--root "$work/store" --runroot "$work/run")
demo=

cleanup() {
  if [ -n "$demo" ]; then
    kill -TERM -- "-$demo" 2>/dev/null || true
    for _ in $(seq 100); do pgrep -g "$demo" >/dev/null || break; sleep 0.2; done
  fi
  buildah "${store[@]}" rm --all >/dev/null 2>&1 || true
  # buildah leaves its store mounted on itself; what is mounted is never cleared through.
  while umount -l "$work/store/overlay" 2>/dev/null; do :; done
  rm -rf --one-file-system "$work" || true
}
trap cleanup EXIT

make_base() {
  local suite icu dotnet
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  icu=$(apt-cache depends libicu-dev | grep -o 'libicu[0-9]\+$' | head -n 1)
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  debootstrap --variant=minbase --include="ca-certificates,tzdata,libssl3,libstdc++6,zlib1g,$icu" "$suite" "$work/base" >"$work/debootstrap.log" 2>&1 \
    || { tail -n 20 "$work/debootstrap.log"; return 1; }
  rm -rf "$work/base/var/cache/apt" "$work/base/var/lib/apt/lists"
  # What this machine trusts, the build trusts: some reach their packages through a proxy of their own.
  cp -a /etc/ssl/certs/. "$work/base/etc/ssl/certs/"
  cp -a /usr/local/share/ca-certificates/. "$work/base/usr/local/share/ca-certificates/" 2>/dev/null || true
  mkdir -p "$work/base/usr/share/dotnet"
  cp -a "$dotnet/." "$work/base/usr/share/dotnet/"
  ln -sf /usr/share/dotnet/dotnet "$work/base/usr/bin/dotnet"

  local container
  container=$(buildah "${store[@]}" from scratch)
  buildah "${store[@]}" copy -q "$container" "$work/base" / >/dev/null
  buildah "${store[@]}" commit -q --rm "$container" "$base" >/dev/null
  rm -rf "$work/base"
}

echo "Making a base image"
make_base

echo "Building the image"
buildah "${store[@]}" build --format docker --layers=false --build-arg "SDK_IMAGE=$base" --build-arg "RUNTIME_IMAGE=$base" --tag "$image" . >"$work/build.log" 2>&1 \
  || { tail -n 40 "$work/build.log"; exit 1; }
settings=$(buildah "${store[@]}" inspect --type image "$image")
grep -q '"User": "1654:1654"' <<<"$settings" || { echo "the image does not run as its own user"; exit 1; }
grep -q '"Healthcheck"' <<<"$settings" || { echo "the image has no health check"; exit 1; }

echo "Running the demo in it"
container=$(buildah "${store[@]}" from "$image")
in_container() { buildah "${store[@]}" run --user 1654:1654 --env NEWSWATCHER__Web__Address=127.0.0.1 --env "NEWSWATCHER__Web__Port=$port" "$container" -- "$@"; }
: >"$work/demo.log"
setsid bash -c "$(declare -p store container port); $(declare -f in_container); in_container /app/newswatcher run --demo" >"$work/demo.log" 2>&1 &
demo=$!
for _ in $(seq 180); do
  if grep -q '^Ready: ' "$work/demo.log"; then break; fi
  kill -0 "$demo" 2>/dev/null || { cat "$work/demo.log"; echo "the demo ended early"; exit 1; }
  sleep 1
done
grep '^Ready: ' "$work/demo.log" || { cat "$work/demo.log"; echo "the demo did not get ready"; exit 1; }
in_container /app/newswatcher health
curl -fsS -o "$work/page" "http://127.0.0.1:$port/"
grep -q DEMO "$work/page" || { echo "the page does not say DEMO"; exit 1; }
in_container /app/newswatcher ledger japan-us-550b --json --demo >"$work/ledger.json"
grep -q 550000000000 "$work/ledger.json" || { echo "the ledger lacks the umbrella"; exit 1; }
echo "The container works."
