#!/usr/bin/env bash
# Kills a poll of generated feeds with article pages again and again, in the middle, then checks that nothing was lost, doubled or read twice.
#   deploy/check-kill.sh [PROGRAM] [KILLS]      needs bash and python3 (for its sqlite3)
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-artifacts/bin/NewsWatcher/release/newswatcher}
kills=${2:-20}
feeds=60
entries=40
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/config/feeds" "$work/config/pages"
sentence="The companies said on Tuesday that the second unit of the plant would cost about 1.5 billion dollars and be ready in three years."

list=""
for ((f = 1; f <= feeds; f++)); do
    {
        echo "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed $f</title>"
        for ((e = 1; e <= entries; e++)); do
            echo "<item><title>Unit $e of plant $f is agreed</title><link>https://kill.example/$f-$e.html</link><guid>$f-$e</guid><description>Unit $e of plant $f.</description></item>"
            {
                echo "<html lang=\"en\"><head><title>Unit $e of plant $f is agreed</title></head><body><article><h1>Unit $e of plant $f is agreed</h1>"
                for p in 1 2 3 4 5 6; do echo "<p>Paragraph $p on unit $e of plant $f. $sentence $sentence</p>"; done
                echo "</article></body></html>"
            } > "$work/config/pages/$f-$e.html"
        done
        echo "</channel></rss>"
    } > "$work/config/feeds/$f.xml"
    list+="{\"id\":\"f$f\",\"file\":\"feeds/$f.xml\",\"pages\":{\"https://kill.example/\":\"pages/\"}},"
done
echo "{\"feeds\":[${list%,}]}" > "$work/config/feeds.json"
echo '{"outlets":[]}' > "$work/config/outlets.json"
echo '{"deals":[]}' > "$work/config/deals.json"

poll=("$program" poll --all --config "$work/config" --data "$work/data")

# Every second kill waits until some pages of this run have been read; the others come when feeds are being polled.
waiting='
import os, random, sqlite3, sys, time
path, pid, phase = sys.argv[1], int(sys.argv[2]), sys.argv[3]
def one(sql):
    try:
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        count = db.execute(sql).fetchone()[0]
        db.close()
        return count
    except sqlite3.Error:
        return 0
pages, running = "select count(*) from versions", "select count(*) from polls where outcome = \"running\" and id > (select coalesce(max(id), 0) from polls where outcome <> \"running\")"
until = one(pages) + random.randint(1, 60)
while os.path.exists(f"/proc/{pid}/exe") and (one(pages) < until if phase == "pages" else one(running) == 0):
    time.sleep(0.001)
'
killed=0
inreading=0
for ((i = 1; i <= kills; i++)); do
    "${poll[@]}" > /dev/null 2>> "$work/errors" & running=$!
    if ((i % 2)); then phase=feeds; else phase=pages; fi
    python3 -c "$waiting" "$work/data/newswatcher.db" "$running" "$phase"
    if kill -9 "$running" 2> /dev/null; then
        killed=$((killed + 1))
        inreading=$((inreading + 1 - i % 2))
    fi
    wait "$running" 2> /dev/null || true
done
"${poll[@]}"
if [ -s "$work/errors" ]; then head -20 "$work/errors"; exit 1; fi

python3 - "$work/data/newswatcher.db" $((feeds * entries)) "$killed" "$inreading" << 'CHECK'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
one = lambda sql: db.execute(sql).fetchone()[0]
expected = int(sys.argv[2])
found = {
    'integrity': one('pragma integrity_check'),
    'broken references': len(db.execute('pragma foreign_key_check').fetchall()),
    'items': one('select count(*) from items'),
    'entries': one('select count(*) from entries'),
    'read from their pages': one("select count(*) from items where reading = 'read'"),
    'versions': one('select count(*) from versions'),
    'still due': one('select count(*) from items where read_due_at is not null'),
    'placed': one('select count(*) from items where placed_at is not null and development_id is not null'),
    'polls left open': one("select count(*) from polls where outcome = 'running'"),
}
wanted = {'integrity': 'ok', 'broken references': 0, 'items': expected, 'entries': expected, 'read from their pages': expected,
          'versions': expected, 'still due': 0, 'placed': expected, 'polls left open': 0}
interrupted = one("select count(*) from polls where outcome = 'interrupted'")
print(f'{sys.argv[3]} kills, {sys.argv[4]} of them among the pages; {interrupted} polls interrupted:', ', '.join(f'{k} {v}' for k, v in found.items()))
sys.exit(found != wanted or int(sys.argv[4]) == 0 or interrupted == 0)
CHECK
echo "Nothing was lost, doubled or read twice."
