//! Judging one's own commons or project: a stage on each of the three axes, and an answer to each
//! question that programmes use. The answers are the URL; nothing is kept elsewhere.

use std::fmt;

use catalogue::{Axis, Catalogue, EntryIndex, Model, Stage};
use messages::words;
use search::query::BadParameter;

words! {
    /// How far one is on a question.
    #[derive(Default)]
    Readiness {
        /// It is answered.
        #[default]
        Ready = "oui": ["J’ai la réponse"],
        /// It is answered in part.
        Partly = "partie": ["En partie"],
        /// It is not answered yet.
        NotYet = "non": ["Pas encore"],
    }
}

/// The answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SelfCheck {
    /// The stage chosen on each axis, by [`Axis`].
    pub stages: [Option<Stage>; 3],
    /// The answer to each question, in the order of [`criteria`].
    pub answers: Vec<Option<Readiness>>,
}

impl SelfCheck {
    /// Reads the search part of a URL, for this many questions; a value that means nothing is told.
    ///
    /// Axes are named by their words, questions by their rank from 1: `ressource=abouti&q1=oui`.
    pub fn parse(search: &str, questions: usize) -> (Self, Vec<BadParameter>) {
        let mut check = Self { stages: [None; 3], answers: vec![None; questions] };
        let mut bad = Vec::new();
        for (name, value) in text::parameters(search) {
            if value.is_empty() {
                continue;
            }
            let understood = if let Some(axis) = Axis::parse(&name) {
                check.stages[axis as usize] = Stage::parse(&value);
                check.stages[axis as usize].is_some()
            } else if let Some(answer) = question(&name).and_then(|rank| check.answers.get_mut(rank)) {
                *answer = Readiness::parse(&value);
                answer.is_some()
            } else {
                true
            };
            if !understood {
                bad.push(BadParameter { name: name.into_owned(), value: value.into_owned() });
            }
        }
        (check, bad)
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.stages == [None; 3] && self.answers.iter().all(Option::is_none)
    }

    /// The ranks of the questions that are not wholly answered, among those that have an answer.
    pub fn to_work_on(&self) -> Vec<usize> {
        let open = |answer: &Option<Readiness>| matches!(answer, Some(Readiness::Partly | Readiness::NotYet));
        (0..self.answers.len()).filter(|rank| open(&self.answers[*rank])).collect()
    }
}

/// The rank of the question of a parameter: 0 for `q1`.
fn question(name: &str) -> Option<usize> {
    name.strip_prefix('q')?.parse::<usize>().ok()?.checked_sub(1)
}

/// The search part of the URL, without its question mark.
impl fmt::Display for SelfCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stages = Axis::ALL
            .iter()
            .filter_map(|axis| Some(format!("{}={}", axis.word(), self.stages[*axis as usize]?.word())));
        let answers =
            self.answers.iter().zip(1..).filter_map(|(answer, rank)| Some(format!("q{rank}={}", (*answer)?.word())));
        f.write_str(&stages.chain(answers).collect::<Vec<_>>().join("&"))
    }
}

/// The questions that programmes use to judge a project: the programme, and the rank among its own.
pub fn criteria(catalogue: &Catalogue) -> impl Iterator<Item = (EntryIndex, usize)> {
    let programmes = catalogue.of_model(Model::Programme);
    programmes.flat_map(|(index, entry)| (0..entry.criteria.len()).map(move |rank| (index, rank)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_their_address() {
        for (search, canonical, bad) in [
            ("", "", 0),
            ("?q2=non&ressource=abouti", "ressource=abouti&q2=non", 0),
            ("q1=oui&q2=partie&gouvernance=reflexion&x=1", "gouvernance=reflexion&q1=oui&q2=partie", 0),
            ("ressource=&q1=", "", 0),
            ("ressource=rouge&q1=peut-etre", "", 2),
            ("q0=oui&q3=oui&q=oui", "", 0),
        ] {
            let (check, told) = SelfCheck::parse(search, 2);
            assert_eq!((check.to_string().as_str(), told.len()), (canonical, bad), "{search}");
            assert_eq!(SelfCheck::parse(canonical, 2).0, check);
            assert_eq!(check.is_empty(), canonical.is_empty());
        }
        assert_eq!(SelfCheck::parse("q1=oui&q2=partie&q4=non", 4).0.to_work_on(), [1, 3]);
    }
}
