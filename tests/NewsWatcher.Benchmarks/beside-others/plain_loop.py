"""The loop that one writes in an afternoon: feedparser and SQLite, conditional GET, every entry stored, nothing indexed. Arguments: list of addresses, database."""
import gzip
import http.client
import sqlite3
import sys
from urllib.parse import urlsplit

import feedparser


def fetch(connections, url, etag, modified):
    parts = urlsplit(url)
    connection = connections.setdefault(parts.netloc, http.client.HTTPConnection(parts.netloc, timeout=30))
    headers = {"User-Agent": "plain-loop/1", "Accept-Encoding": "gzip"}
    if etag:
        headers["If-None-Match"] = etag
    if modified:
        headers["If-Modified-Since"] = modified
    connection.request("GET", parts.path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    if response.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return response, body


def main(urls, path):
    db = sqlite3.connect(path)
    db.executescript("""
        pragma journal_mode = wal;
        create table if not exists feeds (url text primary key, title text, etag text, modified text);
        create table if not exists entries (feed text, id text, title text, link text, published text, summary text, content text, primary key (feed, id));
        """)
    connections, added = {}, 0
    for url in urls:
        etag, modified = db.execute("select etag, modified from feeds where url = ?", (url,)).fetchone() or (None, None)
        response, body = fetch(connections, url, etag, modified)
        if response.status != 200:
            continue
        feed = feedparser.parse(body, response_headers={"content-type": response.headers.get("Content-Type", "")})
        with db:
            for entry in feed.entries:
                content = entry.content[0].value if "content" in entry else None
                added += db.execute(
                    "insert or ignore into entries values (?, ?, ?, ?, ?, ?, ?)",
                    (url, entry.get("id") or entry.get("link"), entry.get("title"), entry.get("link"), entry.get("published"), entry.get("summary"), content),
                ).rowcount
            db.execute("insert or replace into feeds values (?, ?, ?, ?)", (url, feed.feed.get("title"), response.headers.get("ETag"), response.headers.get("Last-Modified")))
    print(f"{added} new")


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as lines:
        main([line.strip() for line in lines if line.strip()], sys.argv[2])
