# The feed, by the reader that most programs in Python use: `bozo` is set when it had to guess.
import sys
import feedparser
feed = feedparser.parse(open(sys.argv[1], 'rb').read())
faults = []
if feed.bozo:
    faults.append(f'not well formed: {feed.bozo_exception}')
if feed.version != 'atom10':
    faults.append(f'not Atom 1.0, but {feed.version!r}')
for key in ('id', 'title', 'updated_parsed', 'link', 'author'):
    if not feed.feed.get(key):
        faults.append(f'the feed has no {key}')
if not feed.entries:
    faults.append('no entry')
for rank, entry in enumerate(feed.entries):
    for key in ('id', 'title', 'updated_parsed', 'link', 'summary'):
        if not entry.get(key):
            faults.append(f'entry {rank} has no {key}')
if len({entry.get('id') for entry in feed.entries}) < len(feed.entries):
    faults.append('two entries have one id')
sys.exit('\n'.join(faults) or None)
