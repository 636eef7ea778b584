# The calendar of waves, by the reader that most programs in Python use: what it could not parse, and what RFC 5545
# wants of each event.
import datetime, sys
from icalendar import Calendar
data = open(sys.argv[1], 'rb').read()
faults = []
if b'\n' in data.replace(b'\r\n', b''):
    faults.append('a line does not end with CRLF')
if any(len(line) > 75 for line in data.split(b'\r\n')):
    faults.append('a line is not folded')
calendar = Calendar.from_ical(data)
for part in calendar.walk():
    faults += [f'{part.name}: {error}' for error in part.errors]
for key in ('version', 'prodid'):
    if not calendar.get(key):
        faults.append(f'the calendar has no {key}')
events = calendar.walk('vevent')
if not events:
    faults.append('no event')
for rank, event in enumerate(events):
    for key in ('uid', 'dtstamp', 'dtstart', 'summary', 'description'):
        if not event.get(key):
            faults.append(f'event {rank} has no {key}')
    if type(event.decoded('dtstart')) is not datetime.date:
        faults.append(f'event {rank} is not of a whole day')
    if event.decoded('dtstamp').utcoffset() != datetime.timedelta(0):
        faults.append(f'the stamp of event {rank} is not in UTC')
if len({str(event.get('uid')) for event in events}) < len(events):
    faults.append('two events have one uid')
sys.exit('\n'.join(faults) or None)
