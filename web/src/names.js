// Names that more than one language spells: scripts and Rust, and for some the pages and their style. Each is
// written here once; crates/names reads this very file, where a line is a name: `export const NAME = "value";`.

// Files of the site, whole or by the start of a name that goes on with a hash.
export const APP_STEM = "communs-";
export const SECOND_STEM = "communs-suite-";
export const PATTERNS_STEM = "motifs-";
export const START_STEM = "start-";
export const DATA_FILE = "catalogue.json";
export const EMBED_FILE = "embed.js";
export const EMBED_FOLDER = "embed/";
export const RESCUE_FILE = "secours.js";
export const SHELL_FILE = "404.html";
export const WORKER_FILE = "sw.js";

// What the device keeps: the theme for the whole host, the others after the path of the site.
export const THEME_KEY = "theme";
export const SELECTION_KEY = "selection";

// How far the app is, on the root of the page.
export const APP = "data-app";
export const WAITING = "attente";
export const READY = "prete";
export const ABSENT = "absente";

// Other attributes of the root: more is asked than the page written ahead has, the page is in a frame of another
// site, where this site starts, and how the page looks.
export const ASKED = "data-demande";
export const FRAMED = "data-cadre";
export const ROOT = "data-racine";
export const THEME = "data-theme";
export const LIGHT = "clair";
export const DARK = "sombre";
export const ACCENT = "data-accent";
export const COLUMNS = "data-colonnes";
export const GROUND = "data-fond";
export const HIDDEN = "data-masquer";

// Attributes of elements: what only the device knows, the fingerprint of the data that the page shows, an address
// that waits for the app or for the root, and, on the script that starts the app, a page of text and one that is
// seldom used.
export const FROM_DEVICE = "data-appareil";
export const FINGERPRINT = "data-empreinte";
export const LATER_HREF = "data-href";
export const TEXT_PAGE = "data-lecture";
export const SELDOM_USED = "data-suite";

// Ids.
export const APP_ID = "app";
export const DATA_ID = "donnees";
export const FAILURE_ID = "panne";
export const LACK_ID = "manque";
export const MENU_ID = "volet-menu";
export const NEWS_ID = "nouveaute";
export const SCHEMA_ID = "schema";
export const SEARCH_ID = "q";

// Classes: what needs the app and what is there without it, why there is none, the number of entries that the
// device keeps (and where it is none), a panel that is open where browsers have no popovers.
export const WITH_APP = "avec-app";
export const WITHOUT_APP = "sans-app";
export const CAUSE = "cause";
export const TOOLS = "tete__outils";
export const BADGE = "pastille";
export const EMPTY_BADGE = "pastille--vide";
export const OPEN_PANEL = "volet--ouvert";

// Why there is no app.
export const CAUSE_BROWSER = "navigateur";
export const CAUSE_CONTENT = "contenu";
export const CAUSE_FILE = "fichier";
export const CAUSE_FRAME = "cadre";
export const CAUSE_NETWORK = "reseau";
export const CAUSE_POLICY = "politique";
export const CAUSE_PROGRAM = "programme";
export const CAUSE_TYPE = "type";

// What the app asks of the script that starts it, by globals of the page.
export const CATALOGUE_TEXT = "catalogueText";
export const FETCH_SECOND_MODULE = "fetchSecondModule";
export const TAKE_OVER = "takeOver";
export const VISITOR_NEEDS_APP = "visitorNeedsApp";

// What pages say to their service worker.
export const TAKE_THE_LEAD = "take the lead";

// What frames and the pages of other sites say to each other (docs/integrer.md), and the element of these.
export const HEIGHT_MESSAGE = "communs:hauteur";
export const HELLO_MESSAGE = "communs:bonjour";
export const EMBED_ELEMENT = "communs-catalogue";

// The parameters of a view in another site, and the words of some of them, as crates/address has them.
export const EMBED_PARAMETERS = "v apparence accent fond lang limite masquer colonnes";
export const LOOKS = "auto clair sombre";
export const GROUNDS = "opaque transparent";
export const PARTS = "titre recherche filtres onglets compte tri vues pages date";
export const MOST_COLUMNS = "4";

// What former releases call some of these: their pages, which browsers may have kept, meet the scripts of this one
// whose names never change, and their files may still be on the host.
export const FORMER_START_STEM = "demarrage-";
export const FORMER_ABSENT = "absente";
export const FORMER_LACK_ID = "manque";
export const FORMER_TAKE_THE_LEAD = "prendre la suite";
