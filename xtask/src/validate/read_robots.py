# The rules for robots, by the reader of Python's own library: everything may be read, and the map of the site is
# named and is there.
import sys
from pathlib import Path
from urllib.robotparser import RobotFileParser
path = Path(sys.argv[1])
robots = RobotFileParser()
robots.parse(path.read_text().splitlines())
maps = robots.site_maps() or []
faults = []
if not robots.can_fetch('*', '/a/b/communs/grist/'):
    faults.append('an entry page may not be read')
if len(maps) != 1 or not (path.parent / maps[0].rsplit('/', 1)[-1]).is_file():
    faults.append(f'no one map of the site, but {maps}')
sys.exit('\n'.join(faults) or None)
