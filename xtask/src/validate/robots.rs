//! The rules for robots, by the reader of Python's own library.

use std::path::Path;

use anyhow::Result;

use super::{Check, file, python};

/// Everything may be read, and the map of the site is named and is there.
const READ: &str = "\
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
if faults:
    sys.exit('\\n'.join(faults))
";

pub(super) fn checks(folder: &Path) -> Result<Vec<Check>> {
    let robots = file(folder, "robots.txt");
    Ok(vec![python("robots.txt, by urllib.robotparser", "python", &["-c", READ, &robots])])
}
