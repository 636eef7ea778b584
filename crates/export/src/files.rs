//! The names of the exported files, below the root of the site: exports that speak of one another,
//! and what writes them, agree here.

/// The data itself.
pub const CATALOGUE: &str = names::DATA_FILE;
/// The fields of entries that the data leaves to a second file.
pub const DETAILS: &str = names::DETAILS_FILE;
/// The JSON Schema of the data.
pub const SCHEMA: &str = "catalogue.schema.json";
/// The table of every entry.
pub const CSV: &str = "catalogue.csv";
/// The description of that table's columns.
pub const TABLE_SCHEMA: &str = "catalogue.tableschema.json";
/// The description of the table as a package of data.
pub const DATA_PACKAGE: &str = "datapackage.json";
/// The catalogue for portals of open data.
pub const DCAT: &str = "catalogue.jsonld";
/// The waves of calls, for calendars.
pub const CALENDAR: &str = "vagues.ics";
/// The feed of changes.
pub const FEED: &str = "feed.xml";
/// The list of pages.
pub const SITEMAP: &str = "sitemap.xml";
/// What robots may read.
pub const ROBOTS: &str = "robots.txt";
/// The search, for browsers.
pub const OPEN_SEARCH: &str = "opensearch.xml";
/// The site as an application.
pub const MANIFEST: &str = "manifest.webmanifest";
/// The oEmbed document of an entry page, in the folder of the entry page.
pub const OEMBED: &str = "oembed.json";
/// The script that other sites load to show views of this one.
pub const EMBED_SCRIPT: &str = names::EMBED_FILE;
/// A page of another site, as an example, and its style.
pub const EXAMPLES: [&str; 2] = ["exemples-integration.html", "exemples-integration.css"];
/// The script that the pages of any release ask for when they have no app.
pub const RESCUE: &str = names::RESCUE_FILE;
/// What puts a host's own style after that of the site.
pub const STYLE_LAYER: &str = names::STYLE_LAYER_FILE;
/// The icon of any size.
pub const ICON: &str = "favicon.svg";
/// The icon of phones, a square of 180 pixels.
pub const TOUCH_ICON: &str = "apple-touch-icon.png";
