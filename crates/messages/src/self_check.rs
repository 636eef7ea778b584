//! The self-assessment.

use crate::{Language, Message};

pub const TITLE: Message = Message(["Autodiagnostic"]);
pub const LEAD: Message = Message([
    "Situez votre commun ou votre projet\u{a0}: sa maturité sur trois axes, puis les questions qu’un financeur lui poserait.",
]);
pub const MATURITY: Message = Message(["Où en est votre commun\u{202f}?"]);
pub const MATURITY_LEAD: Message = Message([
    "Choisissez un état pour chaque part du commun. Laissez sur «\u{a0}Non renseignée\u{a0}» ce que vous ne savez pas.",
]);
pub const QUESTIONS: Message = Message(["Que répondriez-vous à un financeur\u{202f}?"]);
pub const QUESTIONS_LEAD: Message = Message(["Ces questions viennent de"]);
pub const RESULT: Message = Message(["Votre portrait"]);
pub const NOTHING: Message = Message(["Rien n’est encore répondu\u{a0}: le portrait se dessine à chaque réponse."]);
pub const PRIVACY: Message = Message([
    "Vos réponses sont dans l’adresse de cette page\u{a0}: gardez-la, partagez-la, imprimez-la. Rien n’est envoyé ni enregistré ailleurs.",
]);
pub const WITHOUT_APP: Message = Message([
    "Sans JavaScript ni WebAssembly, le portrait ne se dessine pas\u{a0}: les questions se lisent et s’impriment.",
]);
pub const TO_WORK_ON: Message = Message(["À travailler"]);
pub const NEXT: Message = Message(["Et maintenant\u{202f}?"]);

pub fn same_stage(language: Language, axis: &str, stage: &str) -> String {
    match language {
        Language::French => format!("{axis} {stage}\u{a0}: voir les communs au même stade"),
    }
}

pub const SEE_OBSTACLES: Message = Message(["Lire comment d’autres ont levé leurs freins"]);
pub const SEE_PROGRAMMES: Message = Message(["Comparer les programmes de soutien"]);

pub const NO_ANSWER: Message = Message(["Sans réponse"]);
