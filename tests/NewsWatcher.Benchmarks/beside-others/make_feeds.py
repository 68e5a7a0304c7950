"""Makes feeds in the shape of news: RSS, 30 entries and about 52 kB each, every text drawn anew from a vocabulary of words and names."""
import gzip
import os
import random

ENTRIES = 30
FEED_BYTES = 52_000

WORDS = """the of and to in a that for on with as by at from was its it is be an has have had were which their this would will not are or more said
after new over also year company market people state government plan plant power project week month country first last million percent bank court city
minister report price growth deal energy gas water school health party vote election law tax trade export import steel car factory worker union wage rent
house road rail bridge port ship airline flight train storm flood fire police trial judge charge appeal prison army border talks peace treaty summit
president leader member council region county village river coast island farm crop wheat rice milk meat fish forest mine copper lithium coal oil wind solar
grid battery engine chip software phone network data model research science study university student teacher doctor hospital drug vaccine patient disease
virus test result film book music game team match season coach player goal league cup race record medal museum artist festival church history family child
woman man friend life work home food shop brand store customer service product order sale profit loss share stock bond fund investor debt loan interest
rate budget cost spending revenue forecast quarter analyst economist adviser official spokesman source document letter statement speech interview question
answer problem reason decision change rise fall cut increase decline gain start end begin open close build buy sell hire lead join leave meet agree sign
approve reject delay cancel expect hope fear warn tell ask show find know think believe want need use make take give get keep hold move turn run call win
lose pay bring send grow drop reach remain become appear seem continue early late high low large small long short old young strong weak clear likely local
national foreign public private common several many few most least only even still already yet again once never often soon now then here there where when
while because although before during between under above against without within across along around behind near""".split()
ENDINGS = ["", "", "", "", "", "s", "s", "ed", "ing", "er", "ly", "al", "ment"]
SYLLABLES = "ba be bo bra ca co da de dor el fa fen ga gor ha hol ja ka kel la lin lo ma mar mi mor na nor o pe pol ra rin ro sa sel sta ta tor u va vel wa wen yo za".split()
DEALS = [
    "Officials in Tokyo and Washington said the $550 billion investment that Japan has promised would begin with gas power for data centers.",
    "Japan and the United States have agreed on a first project of their strategic investment, worth about $33 billion, the Commerce Department said.",
    "The ministry said South Korea's $350 billion investment in the United States would include shipbuilding worth $150 billion.",
]


class Writer:
    """Draws words as texts do: few words often, most words seldom."""

    def __init__(self, seed):
        draw = random.Random(seed)
        forms = list(dict.fromkeys(word + ending for word in WORDS for ending in (ENDINGS if len(word) > 3 else [""])))
        self.names = ["".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))).capitalize() for _ in range(9_000)]
        rare = forms[len(WORDS):]
        draw.shuffle(rare)
        self.forms = WORDS + [form for form in rare if form not in set(WORDS)]
        self.weights = [1 / (rank + 4) for rank in range(len(self.forms))]
        self.draw = draw

    def sentence(self):
        words = self.draw.choices(self.forms, self.weights, k=self.draw.randint(9, 24))
        for _ in range(self.draw.randint(0, 2)):
            words.insert(self.draw.randrange(len(words)), self.draw.choice(self.names))
        if self.draw.random() < 0.2:
            words.insert(self.draw.randrange(len(words)), f"{self.draw.randint(2, 900)} {self.draw.choice(['people', 'percent', 'million dollars', 'days', 'votes'])}")
        return " ".join(words).capitalize() + "."

    def title(self):
        return " ".join([self.draw.choice(self.names), *self.draw.choices(self.forms, self.weights, k=self.draw.randint(6, 11))]).capitalize()

    def entry(self, feed, number, length):
        sentences = []
        while sum(map(len, sentences)) + len(sentences) < length:
            sentences.append(self.sentence())
        title = self.title()
        if self.draw.random() < 0.02:
            sentences[0] = self.draw.choice(DEALS)
            title = "Japan and United States name first projects of $550 billion investment, " + self.draw.choice(self.names)
        paragraphs = "".join(f"<p>{' '.join(sentences[i:i + 3])}</p>\n" for i in range(0, len(sentences), 3))
        link = f"https://{feed}.example/2026/03/{number:05}-{title.lower().replace(' ', '-')[:50]}"
        return (
            f"<item><title>{title}</title><link>{link}</link><guid isPermaLink=\"false\">{feed}-{number}</guid>"
            f"<pubDate>Tue, {1 + number % 28:02} Mar 2026 {number % 24:02}:{number * 7 % 60:02}:00 GMT</pubDate>"
            f"<dc:creator>{self.draw.choice(self.names)} {self.draw.choice(self.names)}</dc:creator><category>{self.draw.choice(WORDS)}</category>"
            f"<description>{sentences[0]} {sentences[1] if len(sentences) > 1 else ''}</description>"
            f"<content:encoded><![CDATA[{paragraphs}<p><a href=\"{link}#more\">Read on</a></p>]]></content:encoded></item>\n"
        )


def document(feed, entries):
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel><title>News of {feed}</title><link>https://{feed}.example/</link>'
        f"<description>Generated</description><language>en</language>\n{''.join(entries)}</channel></rss>\n"
    )


def save(folder, feed, entries):
    """Writes a feed and its packed form, whole or not at all."""
    body = document(feed, entries).encode()
    for path, content in ((f"{feed}.xml", body), (f"{feed}.xml.gz", gzip.compress(body, 6, mtime=0))):
        target = os.path.join(folder, path)
        with open(target + ".new", "wb") as file:
            file.write(content)
        os.replace(target + ".new", target)
    return len(body)


class Feeds:
    """Feeds in a folder that a server serves; some of them can be changed and changed back."""

    def __init__(self, folder, count, entries=ENTRIES, size=FEED_BYTES):
        os.makedirs(folder, exist_ok=True)
        self.folder, self.writer, self.length = folder, Writer(20260320), size // entries - 780
        self.names = [f"f{number}" for number in range(count)]
        self.kept = {}
        self.bytes = 0
        for feed in self.names:
            entries_of = [self.writer.entry(feed, number, max(60, self.length)) for number in range(entries, 0, -1)]
            if len(self.kept) < max(1, count // 20):
                self.kept[feed] = entries_of
            self.bytes += save(folder, feed, entries_of)

    def change(self):
        """Gives one feed in twenty three new entries in place of its last three."""
        for feed, entries in self.kept.items():
            fresh = [self.writer.entry(feed, len(entries) + number, max(60, self.length)) for number in (3, 2, 1)]
            save(self.folder, feed, [*fresh, *entries[:-3]])

    def change_one(self, word):
        """Gives the first feed one new entry that holds the word, and no other text does. Its link."""
        feed = self.names[0]
        entry = self.writer.entry(feed, random.randrange(100_000, 999_999), max(60, self.length)).replace("<p>", f"<p>{word} ", 1)
        self.kept[feed] = [entry, *self.kept[feed][:-1]]
        save(self.folder, feed, self.kept[feed])

    def change_back(self):
        for feed, entries in self.kept.items():
            save(self.folder, feed, entries)
