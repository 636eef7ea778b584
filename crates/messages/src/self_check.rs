//! The self-assessment.

use insight::guides::Readiness;

/// Title.
pub const TITLE: &str = "Autodiagnostic";
/// Lead.
pub const LEAD: &str = "Situez votre commun ou votre projet\u{a0}: sa maturité sur trois axes, puis les questions qu’un financeur lui poserait.";
/// Chapter of maturity.
pub const MATURITY: &str = "Où en est votre commun\u{202f}?";
/// Before it.
pub const MATURITY_LEAD: &str =
    "Choisissez un état pour chaque part du commun. Laissez sur «\u{a0}non renseigné\u{a0}» ce que vous ne savez pas.";
/// Chapter of questions.
pub const QUESTIONS: &str = "Que répondriez-vous à un financeur\u{202f}?";
/// Before them.
pub const QUESTIONS_LEAD: &str = "Ces questions viennent de";
/// Chapter of the result.
pub const RESULT: &str = "Votre portrait";
/// Without answers.
pub const NOTHING: &str = "Rien n’est encore répondu\u{a0}: le portrait se dessine à chaque réponse.";
/// Where answers are.
pub const PRIVACY: &str = "Vos réponses sont dans l’adresse de cette page\u{a0}: gardez-la, partagez-la, imprimez-la. Rien n’est envoyé ni enregistré ailleurs.";
/// Without the app.
pub const WITHOUT_APP: &str =
    "Sans JavaScript ni WebAssembly, le portrait ne se dessine pas\u{a0}: les questions se lisent et s’impriment.";
/// What remains.
pub const TO_WORK_ON: &str = "À travailler";
/// Ways on.
pub const NEXT: &str = "Et maintenant\u{202f}?";
/// Commons at the same stage.
#[must_use]
pub fn same_stage(axis: &str, stage: &str) -> String {
    format!("{axis} {stage}\u{a0}: voir les communs au même stade")
}
/// To obstacles.
pub const SEE_OBSTACLES: &str = "Lire comment d’autres ont levé leurs freins";
/// To programmes.
pub const SEE_PROGRAMMES: &str = "Comparer les programmes de soutien";

/// An answer.
#[must_use]
pub const fn readiness(answer: Option<Readiness>) -> &'static str {
    match answer {
        None => "Sans réponse",
        Some(Readiness::Ready) => "J’ai la réponse",
        Some(Readiness::Partly) => "En partie",
        Some(Readiness::NotYet) => "Pas encore",
    }
}
