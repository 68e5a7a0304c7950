#!/usr/bin/env bash
# Measures NewsWatcher beside newsboat and a plain feedparser and SQLite loop on the same generated feeds, served by nginx on loopback.
#   sudo apt-get install nginx-light newsboat python3-feedparser
#   dotnet publish src/NewsWatcher --configuration Release --use-current-runtime --self-contained false --output /tmp/newswatcher
#   tests/NewsWatcher.Benchmarks/beside-others.sh MODE --program /tmp/newswatcher/newswatcher [--repetitions N] [--feeds N] [--only]
# MODE: beside (cold, unchanged, 5 % changed; the least of several runs), daemon (start, idle memory, a round of 304), latency (response to search),
#       hosts (10,000 feeds over 2,000 addresses), parse (parse-feed alone), all. Everything lies in a temporary folder and ends with the script.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"

# Debian's own Python has Debian's feedparser.
python=/usr/bin/python3
[ -x "$python" ] || python="$(command -v python3)" || { echo "python3 is missing" >&2; exit 2; }
export PATH="$PATH:/usr/sbin"
case " $* " in
  *" --only "*) needed=(nginx) ;;
  *) needed=(nginx newsboat); "$python" -c 'import feedparser' 2> /dev/null || { echo "python3-feedparser is missing" >&2; exit 2; } ;;
esac
for tool in "${needed[@]}"; do
  command -v "$tool" > /dev/null || { echo "$tool is missing" >&2; exit 2; }
done

mode="${1:-beside}"
shift || true
program="$root/artifacts/bin/NewsWatcher/release/newswatcher"
case " $* " in *" --program "*) given=() ;; *) given=(--program "$program") ;; esac
exec "$python" "$here/beside-others/measure.py" "$mode" --config "$root/config" "${given[@]}" "$@"
