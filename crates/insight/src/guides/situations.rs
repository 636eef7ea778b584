//! The situations a local government starts from, and where each one leads.

use super::{DEFINITION, of_nature};
use catalogue::{Catalogue, EntryIndex, Model};

/// What a step of the path is about, in order.
const STEPS: [&[Model]; 4] = [
    &[Model::Definition],
    &[Model::Commons],
    &[Model::Programme],
    &[Model::Contribution, Model::Resource, Model::Organisation],
];

/// The situations, in the order of the data.
pub fn situations(catalogue: &Catalogue) -> Vec<EntryIndex> {
    of_nature(catalogue, Model::Event, "situation").collect()
}

/// The steps of a situation, each as the entries to look at then: to understand, to reuse, to be supported, to act. A
/// step may be empty.
pub fn steps(catalogue: &Catalogue, situation: EntryIndex) -> [Vec<EntryIndex>; 4] {
    let related = &catalogue.entry(situation).related;
    let is_of = |models: &[Model], index: &EntryIndex| models.contains(&catalogue.entry(*index).kind.model());
    STEPS.map(|models| related.iter().copied().filter(|index| is_of(models, index)).collect())
}

/// The definitions that the programmes of these situations are cited by, each once.
pub(crate) fn definitions_about(catalogue: &Catalogue, situations: &[EntryIndex]) -> Vec<EntryIndex> {
    let programmes: Vec<EntryIndex> =
        situations.iter().flat_map(|situation| steps(catalogue, *situation)[2].clone()).collect();
    let definitions = of_nature(catalogue, Model::Definition, DEFINITION);
    definitions
        .filter(|index| catalogue.entry(*index).related.iter().any(|related| programmes.contains(related)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guides::tests::{catalogue, ids};

    #[test]
    fn a_situation_leads_step_by_step() {
        let catalogue = catalogue(
            r#"{"id": "s", "kind": "evenement", "name": "S", "nature": "situation", "related": ["p", "c", "n", "b"]},
            {"id": "t", "kind": "evenement", "name": "T"},
            {"id": "p", "kind": "programme", "name": "P"},
            {"id": "c", "kind": "commun", "name": "C"},
            {"id": "b", "kind": "contribution", "name": "B"},
            {"id": "n", "kind": "definition", "name": "N", "nature": "notion"},
            {"id": "d", "kind": "definition", "name": "D", "nature": "notion-definition", "related": ["p"]},
            {"id": "e", "kind": "definition", "name": "E", "nature": "notion-definition"}"#,
        );
        let all = situations(&catalogue);
        assert_eq!(ids(&catalogue, all.clone()), ["s"]);
        let told = steps(&catalogue, all[0]).map(|step| ids(&catalogue, step));
        assert_eq!(told, [vec!["n"], vec!["c"], vec!["p"], vec!["b"]]);
        assert_eq!(ids(&catalogue, definitions_about(&catalogue, &all)), ["d"]);
    }
}
