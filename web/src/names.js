// Names that more than one language spells: scripts and Rust, and for some the pages and their style. Each is
// written here once; crates/names reads this very file, where a line is a name: `export const NAME = "value";`.

// Files of the site, whole or by the start of a name that goes on with a hash.
export const APP_STEM = "communs-";
export const LOADER_STEM = "communs-modules-";
export const MODULES_FILE = "modules.json";
export const PATTERNS_STEM = "motifs-";
export const START_STEM = "start-";
export const DATA_FILE = "catalogue.json";
export const DETAILS_FILE = "catalogue.details.json";
export const EMBED_FILE = "embed.js";
export const EMBED_FOLDER = "embed/";
export const RESCUE_FILE = "secours.js";
export const SHELL_FILE = "404.html";
export const STYLE_LAYER_FILE = "site-layer.css";
export const WORKER_FILE = "sw.js";

// What the device keeps: the theme for the whole host, the others after the path of the site.
export const THEME_KEY = "theme";
export const SELECTION_KEY = "selection";

// How far the app is, on the root of the page.
export const APP = "data-app";
export const WAITING = "waiting";
export const READY = "ready";
export const ABSENT = "absent";

// Other attributes of the root: more is asked than the page written ahead has, the page is in a frame of another
// site, where this site starts, and how the page looks.
export const ASKED = "data-asked";
export const FRAMED = "data-frame";
export const ROOT = "data-root";
export const THEME = "data-theme";
export const LIGHT = "clair";
export const DARK = "sombre";
export const ACCENT = "data-accent";
export const COLOURED_GROUNDS = "data-grounds";
export const COLUMNS = "data-columns";
export const GROUND = "data-ground";
export const HIDDEN = "data-hide";

// Attributes of elements: what only the device knows, the fingerprint of the data that the page shows, an address
// that waits for the app or for the root, and, on the script that starts the app, a page of text, the module that
// draws it, and one that shows details of entries that it does not hold.
export const FROM_DEVICE = "data-device";
export const FINGERPRINT = "data-fingerprint";
export const LATER_HREF = "data-href";
export const TEXT_PAGE = "data-text";
export const MODULE = "data-module";
export const DETAILED = "data-detailed";

// Ids.
export const APP_ID = "app";
export const DETAILS_ID = "entry-details";
export const DATA_ID = "catalogue-data";
export const FAILURE_ID = "app-failure";
export const LACK_ID = "missing-file";
export const MENU_ID = "panel-menu";
export const NEWS_ID = "newer-version";
export const SCHEMA_ID = "schema";
export const SEARCH_ID = "q";
export const STYLE_ID = "site-style";

// Classes: what needs the app and what is there without it, why there is none, the number of entries that the
// device keeps (and where it is none), a panel that is open where browsers have no popovers.
export const WITH_APP = "with-app";
export const WITHOUT_APP = "without-app";
export const CAUSE = "cause";
export const TOOLS = "header__tools";
export const BADGE = "badge";
export const EMPTY_BADGE = "badge--empty";
export const OPEN_PANEL = "panel--open";

// Why there is no app.
export const CAUSE_BROWSER = "browser";
export const CAUSE_CONTENT = "content";
export const CAUSE_FILE = "file";
export const CAUSE_FRAME = "frame";
export const CAUSE_NETWORK = "network";
export const CAUSE_POLICY = "policy";
export const CAUSE_PROGRAM = "program";
export const CAUSE_TYPE = "type";

// What the app asks of the script that starts it, by globals of the page.
export const CATALOGUE_TEXT = "catalogueText";
export const FETCH_MODULE = "fetchModule";
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
