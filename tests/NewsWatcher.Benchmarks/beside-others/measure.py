"""Runs newsboat, a plain Python loop and NewsWatcher on the same generated feeds and prints what each took. Started by ../beside-others.sh."""
import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from make_feeds import Feeds

HERE = os.path.dirname(os.path.abspath(__file__))
MIB = 1024 * 1024


class Server:
    """nginx with a configuration of its own, on loopback addresses."""

    def __init__(self, folder, root, port):
        self.log, self.port = os.path.join(folder, "access.log"), port
        conf = os.path.join(folder, "nginx.conf")
        with open(conf, "w", encoding="utf-8") as file:
            file.write(f"""
                daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
                events {{ worker_connections 4096; }}
                http {{
                    types {{ application/rss+xml xml; }}
                    log_format told '$msec $status $uri'; access_log {self.log} told;
                    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
                    sendfile on; tcp_nopush on; keepalive_requests 100000; gzip_static on; etag on;
                    server {{ listen 0.0.0.0:{port} backlog=4096; root {root}; allow 127.0.0.0/8; deny all; }}
                }}
                """)
        self.process = subprocess.Popen(["nginx", "-p", folder, "-c", conf, "-e", f"{folder}/error.log"])
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.2", port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("nginx does not answer")

    def requests(self):
        """Time, status and path of every request so far."""
        with open(self.log, encoding="utf-8") as lines:
            return [(float(t), int(s), u) for t, s, u in (line.split() for line in lines if line.count(" ") == 2)]

    def stop(self):
        stop(self.process)


def stop(process, with_signal=signal.SIGTERM):
    if process.poll() is None:
        process.send_signal(with_signal)
        try:
            process.wait(40)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def run(command, env, errors):
    """Runs a command to its end. CPU seconds (user and system, of the whole tree), wall seconds, peak MiB."""
    start = time.monotonic()
    process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
    try:
        _, status, used = os.wait4(process.pid, 0)
    except BaseException:
        process.kill()
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        print(f"  {command[0]} ended with {process.returncode}", file=sys.stderr)
    return used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024


def stored(*paths):
    return sum(os.path.getsize(path + suffix) for path in paths for suffix in ("", "-wal", "-shm") if os.path.exists(path + suffix)) / MIB


def environment(folder, **more):
    """Nothing of this machine's own settings: a home of its own, and the path."""
    return {"PATH": os.environ["PATH"], "HOME": folder, "LANG": "C.UTF-8", "TERM": "dumb", **({"DOTNET_ROOT": os.environ["DOTNET_ROOT"]} if "DOTNET_ROOT" in os.environ else {}), **more}


class NewsWatcher:
    name = "newswatcher"

    def __init__(self, program, folder, urls, config, minutes=60):
        self.program, self.folder = program, os.path.join(folder, "newswatcher")
        self.config, self.data = os.path.join(self.folder, "config"), os.path.join(self.folder, "data")
        os.makedirs(self.config)
        for name in ("deals.json", "outlets.json"):
            shutil.copy(os.path.join(config, name), self.config)
        feeds = [{"id": f"feed-{i}", "url": url, "articles": "never", "every": f"{minutes}m", "language": "en"} for i, url in enumerate(urls)]
        with open(os.path.join(self.config, "feeds.json"), "w", encoding="utf-8") as file:
            json.dump({"feeds": feeds}, file)
        self.env = environment(
            self.folder, NEWSWATCHER__Fetch__AllowedPrivateNetworks__0="127.0.0.2/32", NEWSWATCHER__Fetch__AllowedPrivateNetworks__1="127.10.0.0/16",
            **{name: value for name, value in os.environ.items() if name.startswith("DOTNET_") or name.startswith("MALLOC_")})

    def command(self, verb, *more):
        return [self.program, verb, *more, "--config", self.config, "--data", self.data]

    def once(self):
        return self.command("poll", "--all")

    def size(self):
        return stored(os.path.join(self.data, "newswatcher.db"))

    def forget(self):
        shutil.rmtree(self.data, ignore_errors=True)

    def start(self, errors, **env):
        return subprocess.Popen(
            self.command("run", "--urls", "http://127.0.0.1:0"), env={**self.env, **env}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)


class Newsboat:
    name = "newsboat"

    def __init__(self, folder, urls):
        self.folder = os.path.join(folder, "newsboat")
        os.makedirs(self.folder)
        self.cache = os.path.join(self.folder, "cache.db")
        with open(os.path.join(self.folder, "urls"), "w", encoding="utf-8") as file:
            file.write("\n".join(urls) + "\n")
        with open(os.path.join(self.folder, "config"), "w", encoding="utf-8") as file:
            file.write("reload-threads 8\n")
        self.env = environment(self.folder)

    def once(self):
        return ["newsboat", "-q", "-u", os.path.join(self.folder, "urls"), "-c", self.cache, "-C", os.path.join(self.folder, "config"), "-x", "reload"]

    def size(self):
        return stored(self.cache)

    def forget(self):
        for suffix in ("", "-wal", "-shm", ".lock"):
            if os.path.exists(self.cache + suffix):
                os.remove(self.cache + suffix)


class PlainLoop:
    name = "feedparser loop"

    def __init__(self, folder, urls):
        self.urls, self.cache = os.path.join(folder, "loop-urls"), os.path.join(folder, "loop.db")
        with open(self.urls, "w", encoding="utf-8") as file:
            file.write("\n".join(urls) + "\n")
        self.env = environment(folder)

    def once(self):
        return [sys.executable, os.path.join(HERE, "plain_loop.py"), self.urls, self.cache]

    def size(self):
        return stored(self.cache)

    def forget(self):
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(self.cache + suffix):
                os.remove(self.cache + suffix)


def beside(readers, feeds, repetitions, errors):
    """Cold, unchanged and one feed in twenty changed: the readers in turn, several times, the least of each."""
    least = {}

    def measure(phase):
        for reader in readers:
            cpu, wall, peak = run(reader.once(), reader.env, errors)
            known = least.get((phase, reader.name), (9e9, 9e9, 0, 0))
            least[phase, reader.name] = (min(known[0], cpu), min(known[1], wall), max(known[2], peak), reader.size())

    for _ in range(repetitions):
        for reader in readers:
            reader.forget()
        measure("cold")
        measure("unchanged")
        feeds.change()
        measure("5 % changed")
        feeds.change_back()

    print(f"\n{'':12}{'':18}{'CPU s':>8}{'wall s':>8}{'peak MiB':>10}{'store MiB':>11}{'CPU to loop':>13}")
    for phase in ("cold", "unchanged", "5 % changed"):
        for reader in readers:
            cpu, wall, peak, size = least[phase, reader.name]
            loop = least.get((phase, PlainLoop.name))
            print(f"{phase:12}{reader.name:18}{cpu:8.2f}{wall:8.2f}{peak:10.0f}{size:11.0f}" + (f"{cpu / loop[0]:13.2f}" if loop else ""))


def proc(pid):
    """CPU seconds so far, resident MiB now, peak MiB of a running process."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        fields = file.read().rpartition(")")[2].split()
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        status = dict(line.split(":", 1) for line in file if ":" in line)
    kib = lambda name: int(status[name].split()[0]) / 1024
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), kib("VmRSS"), kib("VmHWM")


def settle(process, server, count, seconds):
    """Waits until as many requests were answered and the process has been quiet for a while."""
    end = time.monotonic() + 600
    while (seen := len(server.requests())) < count and process.poll() is None:
        if time.monotonic() > end:
            raise SystemExit(f"only {seen} of {count} requests came within ten minutes")
        time.sleep(0.5)
    quiet, last = 0, -1.0
    while quiet < 6 and process.poll() is None and time.monotonic() < end:
        cpu = proc(process.pid)[0]
        quiet = quiet + 1 if cpu - last < 0.05 else 0
        last = cpu
        time.sleep(0.5)
    time.sleep(seconds)


def due_now(data):
    """Makes every feed due, as if its interval were over."""
    subprocess.run(
        [sys.executable, "-c", "import sqlite3,sys; d=sqlite3.connect(sys.argv[1], timeout=30); d.execute('update feeds set next_poll_at = 0, last_attempt_at = 0'); d.commit()",
         os.path.join(data, "newswatcher.db")], check=True)


def daemon(reader, server, count, errors):
    """Start to first request, memory when idle, and what a round of 304 costs a running daemon."""
    reader.forget()
    subprocess.run(reader.command("feeds", "list"), env=reader.env, stdout=subprocess.DEVNULL, stderr=errors, check=False)
    before, start = len(server.requests()), time.time()
    process = reader.start(errors, NEWSWATCHER__Schedule__Tick="00:00:05")
    try:
        settle(process, server, before + count, 3)
        first = server.requests()[before][0] - start
        cpu, idle, peak = proc(process.pid)
        print(f"start to first request      {first:8.2f} s\nfirst polls                {cpu:8.2f} CPU s, peak {peak:.0f} MiB\nidle after the first polls {idle:8.0f} MiB")
        rounds = []
        for _ in range(3):
            due_now(reader.data)
            before_cpu, before = proc(process.pid)[0], len(server.requests())
            settle(process, server, before + count, 1)
            idle_start = proc(process.pid)[0]
            time.sleep(5)
            rounds.append((idle_start - before_cpu, proc(process.pid)[0] - idle_start))
        print(f"a round of 304             {min(r[0] for r in rounds):8.2f} CPU s (idle: {min(r[1] for r in rounds):.2f} CPU s in 5 s)")
        time.sleep(60)
        print(f"idle a minute later        {proc(process.pid)[1]:8.0f} MiB")
    finally:
        stop(process)


def latency(reader, feeds, server, errors, rounds=20):
    """From the answered request to a row that a search finds, in a running daemon that looks every five seconds."""
    process, seen = reader.start(errors, NEWSWATCHER__Schedule__Tick="00:00:05"), []
    watch = """
import sqlite3, sys, time
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True, timeout=30, isolation_level=None)
end = time.time() + 60
while time.time() < end:
    if db.execute("select 1 from item_search s join items i on i.id = s.rowid where item_search match ? and i.placed_at is not null", (sys.argv[2],)).fetchone():
        print(time.time()); break
    time.sleep(0.005)
"""
    try:
        settle(process, server, 0, 2)
        for number in range(rounds):
            word = f"zq{os.getpid()}x{number}"
            feeds.change_one(word)
            before = len(server.requests())
            subprocess.run([sys.executable, "-c", "import sqlite3,sys; d=sqlite3.connect(sys.argv[1], timeout=30); d.execute('update feeds set next_poll_at = 0, last_attempt_at = 0 where id = (select min(id) from feeds)'); d.commit()",
                            os.path.join(reader.data, "newswatcher.db")], check=True)
            found = subprocess.run([sys.executable, "-c", watch, os.path.join(reader.data, "newswatcher.db"), word], check=True, capture_output=True, text=True).stdout
            asked = server.requests()[before:]
            if found and asked:
                seen.append(1000 * (float(found) - asked[-1][0]))
    finally:
        stop(process)
    seen.sort()
    if seen:
        print(f"response to search         median {seen[len(seen) // 2]:.0f} ms, p95 {seen[int(0.95 * (len(seen) - 1) + 0.5)]:.0f} ms of {len(seen)}")


def parse_feed(program, feeds, folder, errors):
    """parse-feed on one feed again and again: MB a second of one core, start-up taken off."""
    with open(os.path.join(feeds.folder, feeds.names[0] + ".xml"), encoding="utf-8") as file:
        body = file.read()
    line = json.dumps({"id": "x", "path": os.path.abspath(os.path.join(feeds.folder, feeds.names[0] + ".xml")), "contentType": "application/rss+xml", "baseUrl": None})
    times = {}
    for count in (100, 2100):
        path = os.path.join(folder, f"lines-{count}")
        with open(path, "w", encoding="utf-8") as file:
            file.write((line + "\n") * count)
        times[count] = min(run([program, "parse-feed", "--jsonl", "--in", path], environment(folder, **{"DOTNET_PROCESSOR_COUNT": "1"}), errors)[0] for _ in range(3))
    print(f"parse-feed                 {2000 * len(body) / 1e6 / (times[2100] - times[100]):8.1f} MB/s of one core (lines of JSON read and written included)")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mode", choices=["beside", "daemon", "latency", "hosts", "parse", "all"])
    options.add_argument("--program", required=True)
    options.add_argument("--config", required=True, help="the folder with the shipped deals.json and outlets.json")
    options.add_argument("--feeds", type=int, default=1_000)
    options.add_argument("--repetitions", type=int, default=3)
    options.add_argument("--only", action="store_true", help="NewsWatcher alone")
    options.add_argument("--port", type=int, default=18_431)
    asked = options.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGINT, lambda *_: sys.exit(130))
    sys.stdout.reconfigure(line_buffering=True)
    with tempfile.TemporaryDirectory(prefix="newswatcher-beside-") as folder, open(os.path.join(folder, "errors"), "w+", encoding="utf-8") as errors:
        measure(asked, folder, errors)
        errors.seek(0)
        told = errors.read()
        if told:
            print(told[-2000:], file=sys.stderr)


def measure(asked, folder, errors):
    hosts = asked.mode == "hosts"
    # nginx drops its rights when root starts it.
    os.chmod(folder, 0o755)
    count = 10_000 if hosts and asked.feeds == 1_000 else asked.feeds
    feeds = Feeds(os.path.join(folder, "www"), count, *((5, 4_000) if hosts else ()))
    server = Server(folder, feeds.folder, asked.port)
    try:
        if hosts:
            urls = [f"http://127.10.{1 + i % 2_000 // 250}.{1 + i % 250}:{asked.port}/{name}.xml" for i, name in enumerate(feeds.names)]
        else:
            urls = [f"http://127.0.0.2:{asked.port}/{name}.xml" for name in feeds.names]
        print(f"{count} feeds, {feeds.bytes / count / 1000:.1f} kB each, {os.cpu_count()} processors", flush=True)
        reader = NewsWatcher(asked.program, folder, urls, asked.config)
        if asked.mode in ("beside", "all"):
            others = [] if asked.only else [Newsboat(folder, urls), PlainLoop(folder, urls)]
            beside([*others, reader], feeds, asked.repetitions, errors)
        if asked.mode in ("daemon", "all", "hosts"):
            daemon(reader, server, count, errors)
        if asked.mode in ("latency", "all"):
            if asked.mode == "latency":
                run(reader.once(), reader.env, errors)
            latency(reader, feeds, server, errors)
        if asked.mode in ("parse", "all"):
            parse_feed(asked.program, feeds, folder, errors)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
