//! Where problems are in the text: one reading of it follows their paths, when there are any.

use super::diagnostic::{Diagnostic, Expected, Path, Place};
use super::json::Json;
use text::sorting::sorted_by_key;

/// Gives each problem its line and its column. The text is the JSON that they are of.
pub(super) fn locate(text: &str, problems: &mut [Diagnostic]) {
    if problems.is_empty() {
        return;
    }
    let paths: Vec<&str> = problems.iter().flat_map(|problem| with_parents(&problem.path)).collect();
    let mut paths = sorted_by_key(&paths, |path| *path);
    paths.dedup();
    let sought = paths.into_iter().map(|path| Sought { path: path.to_owned(), key: None, value: None }).collect();
    let mut scan = Scan { text, at: 0, counted: 0, here: Place { line: 1, column: 1 }, sought };
    scan.value(&Path::ROOT);
    for problem in problems {
        let is_of_key = matches!(problem.expected, Expected::KnownKey | Expected::Once);
        // What is not there has the place of what it is missing from.
        let mut found = with_parents(&problem.path).filter_map(|path| scan.sought(path));
        problem.place = if problem.expected == Expected::WholeText {
            text.find(char::REPLACEMENT_CHARACTER).map(|at| Place::of(text, at))
        } else {
            found.find_map(|sought| sought.key.filter(|_| is_of_key).or(sought.value))
        };
    }
}

/// A path, then those of what it is in, to the root.
pub fn with_parents(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| match path.rfind(['.', '[']) {
        _ if path.is_empty() => None,
        end => Some(&path[..end.unwrap_or(0)]),
    })
}

/// A path of which the places are wanted: of its first value, of the last key that names it.
struct Sought {
    path: String,
    key: Option<Place>,
    value: Option<Place>,
}

/// A reading of a text that is known to be JSON.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// Up to where `here` has counted: each character once, for a file of one line.
    counted: usize,
    here: Place,
    sought: Vec<Sought>,
}

impl Scan<'_> {
    fn sought(&self, path: &str) -> Option<&Sought> {
        self.sought.binary_search_by(|sought| sought.path.as_str().cmp(path)).ok().map(|rank| &self.sought[rank])
    }

    fn place(&mut self) -> Place {
        self.here.column += self.text[self.counted..self.at].chars().count();
        self.counted = self.at;
        self.here
    }

    /// Passes what is blank, where alone lines end; gives what follows, or nothing at the end.
    fn next(&mut self) -> u8 {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b'\n') => {
                    self.here = Place { line: self.here.line + 1, column: 1 };
                    self.counted = self.at + 1;
                }
                Some(b' ' | b'\t' | b'\r') => {}
                other => return other.copied().unwrap_or_default(),
            }
            self.at += 1;
        }
    }

    fn value(&mut self, path: &Path<'_>) {
        let opening = self.next();
        let place = self.place();
        self.note(path, place, false);
        match opening {
            b'{' | b'[' => self.inside(path, opening == b'{'),
            b'"' => _ = self.string(),
            _ => self.at += self.text[self.at..].find([',', '}', ']', ' ', '\n', '\r', '\t']).unwrap_or(0),
        }
    }

    /// Notes where the value of a path is, or the key that names it.
    fn note(&mut self, path: &Path<'_>, place: Place, is_key: bool) {
        let path = path.to_string();
        if let Ok(rank) = self.sought.binary_search_by(|sought| sought.path.cmp(&path)) {
            let sought = &mut self.sought[rank];
            if is_key {
                sought.key = Some(place);
            } else {
                sought.value.get_or_insert(place);
            }
        }
    }

    fn inside(&mut self, path: &Path<'_>, is_object: bool) {
        let mut rank = 0;
        self.at += 1;
        loop {
            match self.next() {
                b'}' | b']' => break,
                b',' => self.at += 1,
                0 => return,
                _ if is_object => {
                    let place = self.place();
                    let key = match serde_json::from_str(self.string()) {
                        Ok(Json::String(key)) => key,
                        _ => String::new(),
                    };
                    let path = path.key(&key);
                    self.note(&path, place, true);
                    self.next();
                    self.at += 1;
                    self.value(&path);
                }
                _ => {
                    self.value(&path.index(rank));
                    rank += 1;
                }
            }
        }
        self.at += 1;
    }

    /// Passes a string, and gives it as it is written.
    fn string(&mut self) -> &str {
        let start = self.at;
        let mut escaped = true;
        // The first quotation mark opens it.
        let length = self.text[start..].bytes().position(|byte| {
            let closes = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            closes
        });
        self.at = length.map_or(self.text.len(), |length| start + length + 1);
        &self.text[start..self.at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, path: &str, expected: Expected) -> Option<(usize, usize)> {
        let mut problems = [Diagnostic { path: path.to_owned(), ..Diagnostic::of_file(expected) }];
        locate(text, &mut problems);
        problems[0].place.map(|place| (place.line, place.column))
    }

    #[test]
    fn paths_are_followed_to_their_place() {
        let text = "{\r\n \"a\": [1, {\"été\": \"\u{fffd}\", \"b\": true}],\n\t\"c.d\": {\"e\\u0066\\\"\": [ [], -2.5e3 ]},\n \"a\": null\n}\n";
        let value = Expected::Present;
        for (path, expected, found) in [
            ("", value.clone(), (1, 1)),
            ("a", value.clone(), (2, 7)),
            ("a[0]", value.clone(), (2, 8)),
            ("a[1].été", value.clone(), (2, 19)),
            ("a[1].été", Expected::KnownKey, (2, 12)),
            ("a[1].b", value.clone(), (2, 29)),
            ("a[1].absent", value.clone(), (2, 11)),
            ("a[7].absent", value.clone(), (2, 7)),
            ("absent.too", value.clone(), (1, 1)),
            ("c.d.ef\"[1]", value.clone(), (3, 29)),
            ("c.d.ef\"[0]", value, (3, 25)),
            ("a", Expected::Once, (4, 2)),
            ("", Expected::WholeText, (2, 20)),
        ] {
            assert_eq!(place(text, path, expected.clone()), Some(found), "{path} {expected:?}");
        }
    }
}
