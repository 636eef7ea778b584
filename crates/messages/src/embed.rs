//! Views shown in other sites, and the page that says how.

use crate::{Language, Message, number, quoted};

pub const NEW_TAB: Message = Message(["nouvel onglet"]);

pub fn open_in(language: Language, site: &str) -> String {
    match language {
        Language::French => format!("Ouvrir dans {site}"),
    }
}

pub const LIST_OF: Message = Message(["Liste du "]);

pub fn no_entry(language: Language, id: &str) -> String {
    match language {
        Language::French => format!("La fiche {} n’est pas dans ce catalogue, ou n’y est plus.", quoted(language, id)),
    }
}

pub const NO_PAGE: Message = Message(["Rien ne se trouve à cette adresse."]);
pub const SEE_SETTINGS: Message = Message(["Voir les réglages possibles"]);

pub const TITLE: Message = Message(["Intégrer une vue"]);
pub const LEAD: Message = Message([
    "Choisissez ce qui s’affiche dans votre site, regardez l’aperçu, copiez le code. Rien à installer, aucun cookie\u{a0}: la vue suit le catalogue.",
]);
pub const WHAT: Message = Message(["Ce qui s’affiche"]);
pub const HOW: Message = Message(["L’apparence"]);
pub const PREVIEW: Message = Message(["L’aperçu"]);
pub const CODE: Message = Message(["Le code à copier"]);
pub const KIND: Message = Message(["Genre de fiches"]);
pub const LOOK: Message = Message(["Clair ou sombre"]);
pub const GROUND: Message = Message(["Fond"]);
pub const ACCENT: Message = Message(["Couleur des liens et des boutons"]);
pub const NO_ACCENT: Message = Message(["Reprendre celle du catalogue"]);
pub const LIMIT: Message = Message(["Résultats par page"]);
pub const COLUMNS: Message = Message(["Colonnes de cartes, au plus"]);
pub const AS_FITS: Message = Message(["Selon la place"]);
pub const HIDE: Message = Message(["Masquer"]);
pub const HEIGHT: Message = Message(["Hauteur du cadre, en pixels"]);
pub const HEIGHT_HELP: Message =
    Message(["Avec le script ou l’élément, la hauteur suit le contenu\u{a0}: celle-ci ne sert qu’en attendant."]);
pub const WIDTH: Message = Message(["Largeur de l’aperçu"]);
/// Widths of the preview, with the words of their style.
pub const WIDTHS: [(&str, Message); 3] = [
    ("full", Message(["Toute la place"])),
    ("column", Message(["Colonne (640 px)"])),
    ("mobile", Message(["Téléphone (320 px)"])),
];
pub const PREVIEW_TITLE: Message = Message(["Aperçu de la vue intégrée"]);
pub const COPY: Message = Message(["Copier"]);
pub const COPIED: Message = Message(["Code copié"]);
pub const NOT_COPIED: Message = Message(["Sélectionnez le code pour le copier"]);
pub const RATHER_CATALOGUE: Message = Message(["Choisir plutôt une vue du catalogue"]);
pub const THIS_VIEW: Message = Message(["Intégrer cette vue"]);
pub const THIS_ENTRY: Message = Message(["Intégrer cette fiche"]);
pub const ONE_FILE: Message = Message([
    "Cette copie du catalogue tient dans un seul fichier\u{a0}: elle n’a pas de vue à intégrer. Ouvrez le catalogue en ligne.",
]);
pub const WITHOUT_APP: Message = Message([
    "Les réglages ont besoin de JavaScript et de WebAssembly. Sans eux, partez de l’adresse d’une recherche du catalogue, et remplacez «\u{a0}/catalogue/\u{a0}» par «\u{a0}/embed/\u{a0}» dans le cadre ci-dessous.",
]);

/// A way to show a view: title and what it needs. With our element.
pub const ELEMENT: (Message, Message) = (
    Message(["Élément"]),
    Message([
        "La hauteur suit le contenu, et un lien reste là où le script n’arrive pas. Il faut que votre site accepte un script venu du catalogue\u{202f}; une fois suffit, avec une balise par vue.",
    ]),
);
pub const IFRAME: (Message, Message) = (
    Message(["Cadre simple"]),
    Message([
        "Une balise iframe, sans script\u{a0}: partout où elle est permise. Le cadre a sa propre barre de défilement.",
    ]),
);
pub const SCRIPT: (Message, Message) = (
    Message(["Script seul"]),
    Message(["Le cadre prend la place de la balise\u{a0}: là où les balises inconnues sont retirées."]),
);
pub const OEMBED: (Message, Message) = (
    Message(["Adresse (oEmbed)"]),
    Message(["Dans un outil qui suit oEmbed, collez l’adresse de la fiche seule sur sa ligne."]),
);
pub const LINK: (Message, Message) =
    (Message(["Adresse de la vue"]), Message(["Là où rien d’autre n’est permis, un lien suffit."]));

/// A contrast that is too low; `tenths` is ten times the contrast.
pub fn low_contrast(language: Language, dark: bool, tenths: usize) -> String {
    match language {
        Language::French => {
            let (ground, corrected) = if dark { ("sombre", "éclaircie") } else { ("clair", "assombrie") };
            format!(
                "Sur fond {ground}, le contraste de cette couleur est de {},{}\u{a0}: 1, et il en faut 4,5 pour lire sans peine\u{202f}; elle y sera {corrected}.",
                number(language, tenths / 10),
                tenths % 10
            )
        }
    }
}

pub fn entry(language: Language, name: &str) -> String {
    match language {
        Language::French => format!("La fiche {}", quoted(language, name)),
    }
}

/// The title of a frame: the site, and what is asked of it.
pub fn frame_title(language: Language, site: &str, asked: &[String]) -> String {
    match language {
        Language::French => {
            if asked.is_empty() {
                site.to_owned()
            } else {
                format!("{site}\u{a0}: {}", asked.join(", "))
            }
        }
    }
}
