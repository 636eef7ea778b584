//! The same in French.

use super::forms;
use crate::{BaseUrl, BaseUrlError, Diagnostic, Expected, JsonType, Model, Place, ReadError, Severity};
use messages::Language;
use text::letters::capitalised;

fn quoted(text: &str) -> String {
    messages::quoted(Language::French, text)
}

fn number(n: usize) -> String {
    messages::number(Language::French, n)
}

pub(super) fn line_and_column(place: Place) -> String {
    format!("ligne {}, colonne {}", place.line, place.column)
}

pub(super) fn problem_sentence(diagnostic: &Diagnostic) -> String {
    let owner = diagnostic.entry.as_ref().map(|id| format!("fiche {}\u{a0}: ", quoted(id))).unwrap_or_default();
    let suggestion = diagnostic
        .suggestion
        .as_ref()
        .map(|near| format!(" Vouliez-vous écrire {}\u{202f}?", quoted(near)))
        .unwrap_or_default();
    let cost = match (diagnostic.severity, &diagnostic.expected) {
        (Severity::Warning, _)
        | (_, Expected::AtMost(..) | Expected::AtMostItems(..) | Expected::Entries | Expected::WholeText) => "",
        (Severity::LeftOut, _) => " L’élément n’est pas affiché.",
        (Severity::Ignored, _) => " Cette valeur est ignorée.",
    };
    capitalised(&format!("{owner}{}{suggestion}{cost}", problem(diagnostic)))
}

fn problem(diagnostic: &Diagnostic) -> String {
    let found = quoted(&diagnostic.found);
    match &diagnostic.expected {
        Expected::Type(kind) => {
            format!("il faut {}, comme {}, pas {found}.", json_type(*kind), quoted(&forms::of(*kind, diagnostic)))
        }
        Expected::AnyOf(keys) => {
            let keys: Vec<String> = keys.iter().map(|key| quoted(key)).collect();
            format!("il n’y a rien sous {}\u{a0}: il faut l’un ou l’autre.", keys.join(", ni sous "))
        }
        Expected::Present => {
            let key = diagnostic.path.rsplit('.').next().unwrap_or_default();
            format!("{} n’a pas de valeur\u{a0}: il en faut une.", quoted(key))
        }
        Expected::KnownKey => format!("la clé {found} n’est pas connue."),
        Expected::Once => format!("la clé {found} est écrite plusieurs fois\u{202f}; la première est lue."),
        Expected::Slug => {
            format!("{found} n’est pas un identifiant\u{a0}: minuscules sans accent, chiffres et tirets seulement.")
        }
        Expected::Unreserved => format!(
            "{found} a déjà un sens dans les adresses du site\u{a0}: l’élément s’affiche, mais son adresse s’écrit autrement. Donnez-lui un autre identifiant."
        ),
        Expected::LicenceId => format!(
            "{found} n’est pas un identifiant de licence\u{a0}: lettres sans accent, chiffres, points, tirets et «\u{a0}+\u{a0}» seulement, comme «\u{a0}AGPL-3.0-only\u{a0}». La licence s’affiche quand même."
        ),
        Expected::UniqueId => format!("l’identifiant {found} est déjà pris."),
        Expected::NotYet => format!("{found} est déjà dans la liste."),
        Expected::OneOf(words) => format!("{found} n’est pas l’une des valeurs possibles ({}).", words.join(", ")),
        Expected::Model => format!(
            "{found} n’est pas un genre du format\u{a0}: dites sur lequel il est fait, par «\u{a0}model\u{a0}» ({}). Sans cela, c’est sur «\u{a0}commun\u{a0}».",
            Model::WORDS.join(", ")
        ),
        Expected::Folder => format!(
            "{found} ne peut pas être le dossier des fiches d’un genre\u{a0}: le site, l’une de ses pages ou un autre genre l’a déjà, ou Windows ne sait pas l’écrire. Donnez-lui-en un autre par «\u{a0}folder\u{a0}»."
        ),
        Expected::Term(vocabulary) => format!("{found} n’est pas dans le vocabulaire {}.", quoted(vocabulary)),
        Expected::HostTerm(field) => format!("{found} n’est pas l’un des termes du champ {}.", quoted(field)),
        Expected::Alternative => format!(
            "l’image {found} n’a pas de texte de remplacement\u{a0}: qui ne la voit pas ne sait pas ce qu’elle montre. Dites-le dans «\u{a0}alt\u{a0}»."
        ),
        Expected::Grid => format!("{found} n’est l’identifiant d’aucune grille."),
        Expected::Facet => format!("{found} n’est ni un filtre du format, ni un champ propre déclaré comme filtre."),
        Expected::Decimal => format!("{found} n’est pas un nombre, comme 12 ou 1 234,5 (six décimales au plus)."),
        Expected::AtMostItems(limit) => {
            format!("{found}\u{a0}: {} au plus. Le reste est laissé de côté.", number(*limit))
        }
        Expected::Entry => format!("aucune fiche n’a l’identifiant {found}."),
        Expected::HelpGroup => format!(
            "le besoin {found}, que des communs ont, n’a pas son groupe\u{a0}: il s’affiche après les autres, sans soutien."
        ),
        Expected::Document => format!("aucun document n’a l’identifiant {found}."),
        Expected::SafeUrl if is_spaced(&diagnostic.found) => format!("{found} {SPACED}"),
        Expected::SafeUrl => {
            format!("{found} n’est pas une adresse http, https ou mailto, comme https://exemple.fr/page.")
        }
        Expected::NoUser => format!(
            "{found} porte un nom avant «\u{a0}@\u{a0}»\u{a0}: elle ne mène pas où elle semble mener. Écrivez-la sans ce nom."
        ),
        Expected::SiteUrl => {
            let error = BaseUrl::parse(&diagnostic.found).err().unwrap_or(BaseUrlError::Character);
            format!("{found} n’est pas l’adresse d’un site\u{a0}: {}", site_address(error))
        }
        Expected::Target => format!(
            "{found} n’est ni une adresse http, https ou mailto, ni le chemin d’une page ou d’un fichier du site, comme «\u{a0}mentions.html\u{a0}» ou «\u{a0}a-propos/\u{a0}»."
        ),
        Expected::File(ends) => format!(
            "{found} n’est pas le chemin d’un fichier posé à côté des données ({}), comme «\u{a0}images/logo.{}\u{a0}»\u{a0}: il n’a ni adresse de site, ni «\u{a0}..\u{a0}», ni espace.",
            ends.join(", "),
            ends[0]
        ),
        Expected::FileBeside => {
            format!("le fichier {found} n’est pas à côté des données\u{a0}: posez-l’y, ou corrigez ce chemin.")
        }
        Expected::Colour => format!(
            "{found} n’est pas une couleur\u{a0}: un dièse, puis 3 ou 6 chiffres hexadécimaux, comme «\u{a0}#8d2b2f\u{a0}»."
        ),
        Expected::Identifier(register, example) => {
            format!("{found} n’est pas un identifiant de {register}, comme {}.", quoted(example))
        }
        Expected::Email => format!("{found} n’est pas une adresse de courriel, comme equipe@exemple.fr."),
        Expected::Date => {
            format!("{found} n’est pas une date (AAAA, AAAA-MM ou AAAA-MM-JJ), comme 2026-11 ou 2026-11-22.")
        }
        Expected::AtMost(limit) => {
            format!(
                "{} caractères, {} au plus. Le début est affiché.",
                diagnostic.found.parse().map_or(found, number),
                number(*limit)
            )
        }
        Expected::Format(version) if diagnostic.found.is_empty() => {
            format!("la version du format manque ({version} est attendue).")
        }
        Expected::Format(version) => {
            format!("le format {found} n’est pas connu\u{202f}; il est lu comme la version {version}.")
        }
        Expected::WindowsName => format!(
            "Windows ne peut pas écrire de dossier nommé {found}\u{a0}: la fiche s’affiche, mais le site ne peut être ni construit ni copié sous Windows. Changez cet identifiant."
        ),
        Expected::ShortId(limit) => format!(
            "{found} est trop long pour le nom d’un dossier, {limit} lettres au plus\u{a0}: la fiche s’affiche, mais sa page n’est pas écrite d’avance. Raccourcissez cet identifiant."
        ),
        Expected::Entries => {
            "il n’y a pas de fiche\u{a0}: elles sont dans la liste «\u{a0}entries\u{a0}», à la racine du fichier."
                .to_owned()
        }
        #[cfg(feature = "schema")]
        Expected::PlainText => {
            format!("{found} est du Markdown ou du HTML, que le site montre tel quel\u{a0}: écrivez un texte simple.")
        }
        #[cfg(feature = "schema")]
        Expected::PresentName => format!("SPDX a renommé la licence {found}."),
        #[cfg(feature = "schema")]
        Expected::TermApart(other) => format!(
            "le terme {found} se lit comme {}, et les filtres les séparent\u{a0}: n’en gardez qu’un, ou nommez-les mieux.",
            quoted(other)
        ),
        Expected::WholeText => format!(
            "des lettres sont perdues («\u{a0}\u{fffd}\u{a0}»)\u{a0}: le fichier est sans doute enregistré en Windows-1252 («\u{a0}ANSI\u{a0}»). {SAVE}"
        ),
    }
}

/// How to save a file as it must be.
const SAVE: &str = "Enregistrez-le en UTF-8\u{a0}: dans le Bloc-notes, «\u{a0}Enregistrer sous\u{a0}», puis l’encodage «\u{a0}UTF-8\u{a0}».";

/// What is wrong with an address that holds a space.
const SPACED: &str = "contient une espace, qu’une adresse ne peut avoir\u{a0}: écrivez %20 à sa place, ou retirez-la.";

/// Whether a space is all that keeps an address from being one.
fn is_spaced(address: &str) -> bool {
    let is_web = ["http://", "https://"].iter().any(|scheme| address.trim_start().starts_with(scheme));
    is_web && address.contains(char::is_whitespace)
}

pub(super) const fn site_address(error: BaseUrlError) -> &'static str {
    match error {
        BaseUrlError::Scheme => "elle commence par http:// ou https://, comme https://exemple.fr/communs/.",
        BaseUrlError::Host => "après http:// ou https:// vient le nom du site, sans nom d’utilisateur.",
        BaseUrlError::QueryOrFragment => "elle n’a ni «\u{a0}?\u{a0}» ni «\u{a0}#\u{a0}».",
        BaseUrlError::Character => "elle n’a ni espace (écrivez %20), ni guillemet, ni accolade.",
    }
}

const fn json_type(kind: JsonType) -> &'static str {
    match kind {
        JsonType::Text => "un texte (ou un objet par langue avec «\u{a0}fr\u{a0}»)",
        JsonType::String => "un texte",
        JsonType::Number => "un nombre entier positif",
        JsonType::Boolean => "true ou false",
        JsonType::List => "une liste",
        JsonType::Object => "un objet",
    }
}

pub(super) fn read_error(file: &str, error: &ReadError) -> String {
    match error {
        ReadError::Syntax { place, truncated: true, .. } => format!(
            "Le fichier {file} s’arrête avant sa fin ({})\u{a0}: il manque sans doute une accolade ou un crochet fermant, ou l’envoi a été coupé.",
            line_and_column(*place)
        ),
        ReadError::Syntax { place, excerpt, .. } => format!(
            "Le fichier {file} n’est pas du JSON valide\u{a0}: erreur {}, près de {}. Souvent, une virgule ou un guillemet manque ou est de trop.",
            line_and_column(*place),
            quoted(excerpt.trim())
        ),
        ReadError::Utf16 => {
            format!("Le fichier {file} est enregistré en UTF-16 («\u{a0}Unicode\u{a0}» pour certains éditeurs). {SAVE}")
        }
        ReadError::NotAnObject { found } => format!(
            "Le fichier {file} contient {} au lieu d’un objet\u{a0}: il doit commencer par une accolade.",
            quoted(found)
        ),
    }
}
