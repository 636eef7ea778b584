//! The page that says how to show a view in another site.

use super::{number, quoted};
use address::embed::{EntryView, Ground, Look, Part};

/// Title.
pub const TITLE: &str = "Intégrer une vue";
/// Under the title.
pub const LEAD: &str = "Choisissez ce qui s’affiche dans votre site, regardez l’aperçu, copiez le code. Rien à installer, aucun cookie\u{a0}: la vue suit le catalogue.";
/// First step.
pub const WHAT: &str = "Ce qui s’affiche";
/// Second step.
pub const HOW: &str = "L’apparence";
/// The preview.
pub const PREVIEW: &str = "L’aperçu";
/// Third step.
pub const CODE: &str = "Le code à copier";
/// Label of the choice of the kind.
pub const KIND: &str = "Genre de fiches";
/// Label of light or dark.
pub const LOOK: &str = "Clair ou sombre";
/// Label of the ground.
pub const GROUND: &str = "Fond";
/// Label of the colour.
pub const ACCENT: &str = "Couleur des liens et des boutons";
/// Gives the colour up.
pub const NO_ACCENT: &str = "Reprendre celle du catalogue";
/// Label of the number of results.
pub const LIMIT: &str = "Résultats par page";
/// Label of the number of columns.
pub const COLUMNS: &str = "Colonnes de cartes, au plus";
/// As many columns as fit.
pub const AS_FITS: &str = "Selon la place";
/// Legend of the parts that may be left out.
pub const HIDE: &str = "Masquer";
/// Label of the height.
pub const HEIGHT: &str = "Hauteur du cadre, en pixels";
/// Under the height.
pub const HEIGHT_HELP: &str =
    "Avec le script ou l’élément, la hauteur suit le contenu\u{a0}: celle-ci ne sert qu’en attendant.";
/// Label of the width of the preview.
pub const WIDTH: &str = "Largeur de l’aperçu";
/// Widths of the preview, with the words of their style.
pub const WIDTHS: [(&str, &str); 3] =
    [("plein", "Toute la place"), ("colonne", "Colonne (640 px)"), ("mobile", "Téléphone (320 px)")];
/// Title of the frame of the preview.
pub const PREVIEW_TITLE: &str = "Aperçu de la vue intégrée";
/// Copies a code.
pub const COPY: &str = "Copier";
/// Said once it is copied.
pub const COPIED: &str = "Code copié";
/// Said when it cannot be.
pub const NOT_COPIED: &str = "Sélectionnez le code pour le copier";
/// Leads from an entry to views of the catalogue.
pub const RATHER_CATALOGUE: &str = "Choisir plutôt une vue du catalogue";
/// The way to this page from the catalogue.
pub const THIS_VIEW: &str = "Intégrer cette vue";
/// The way to this page from a fiche.
pub const THIS_ENTRY: &str = "Intégrer cette fiche";
/// Where a site in one file has nothing to show in frames.
pub const ONE_FILE: &str = "Cette copie du catalogue tient dans un seul fichier\u{a0}: elle n’a pas de vue à intégrer. Ouvrez le catalogue en ligne.";
/// Said where the app does not run.
pub const WITHOUT_APP: &str = "Les réglages ont besoin de JavaScript et de WebAssembly. Sans eux, partez de l’adresse d’une recherche du catalogue, et remplacez «\u{a0}/catalogue/\u{a0}» par «\u{a0}/embed/\u{a0}» dans le cadre ci-dessous.";

/// A way to show a view: title and what it needs. With our element.
pub const ELEMENT: (&str, &str) = (
    "Élément",
    "La hauteur suit le contenu, et un lien reste là où le script n’arrive pas. Il faut que votre site accepte un script venu du catalogue\u{202f}; une fois suffit, avec une balise par vue.",
);
/// Without anything of ours.
pub const IFRAME: (&str, &str) = (
    "Cadre simple",
    "Une balise iframe, sans script\u{a0}: partout où elle est permise. Le cadre a sa propre barre de défilement.",
);
/// With our script.
pub const SCRIPT: (&str, &str) =
    ("Script seul", "Le cadre prend la place de la balise\u{a0}: là où les balises inconnues sont retirées.");
/// With oEmbed.
pub const OEMBED: (&str, &str) =
    ("Adresse (oEmbed)", "Dans un outil qui suit oEmbed, collez l’adresse de la fiche seule sur sa ligne.");
/// The address alone.
pub const LINK: (&str, &str) = ("Adresse de la vue", "Là où rien d’autre n’est permis, un lien suffit.");

/// The name of a presentation of an entry.
#[must_use]
pub const fn entry_view(view: EntryView) -> &'static str {
    match view {
        EntryView::Fiche => "Fiche entière",
        EntryView::Card => "Carte",
    }
}

/// The name of a look.
#[must_use]
pub const fn look(look: Look) -> &'static str {
    match look {
        Look::Auto => "Comme l’appareil",
        Look::Light => "Clair",
        Look::Dark => "Sombre",
    }
}

/// The name of a ground.
#[must_use]
pub const fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Opaque => "Celui du catalogue",
        Ground::Transparent => "Celui de votre page",
    }
}

/// The name of a part.
#[must_use]
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::Title => "Le titre",
        Part::Search => "La recherche",
        Part::Filters => "Les filtres",
        Part::Tabs => "Les genres de fiches",
        Part::Count => "Le nombre de résultats",
        Part::Sort => "Le tri",
        Part::Views => "Le choix de présentation",
        Part::Pages => "Les pages suivantes",
        Part::Date => "La date",
    }
}

/// A contrast that is too low; `tenths` is ten times the contrast.
#[must_use]
pub fn low_contrast(dark: bool, tenths: usize) -> String {
    let (ground, corrected) = if dark { ("sombre", "éclaircie") } else { ("clair", "assombrie") };
    format!(
        "Sur fond {ground}, le contraste de cette couleur est de {},{}\u{a0}: 1, et il en faut 4,5 pour lire sans peine\u{202f}; elle y sera {corrected}.",
        number(tenths / 10),
        tenths % 10
    )
}

/// The entry that is shown.
#[must_use]
pub fn entry(name: &str) -> String {
    format!("La fiche {}", quoted(name))
}

/// The title of a frame: the site, and what is asked of it.
#[must_use]
pub fn frame_title(site: &str, asked: &[String]) -> String {
    if asked.is_empty() { site.to_owned() } else { format!("{site}\u{a0}: {}", asked.join(", ")) }
}
