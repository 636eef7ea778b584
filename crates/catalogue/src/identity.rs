//! How a site is known: its logo, its colours, its own links, who publishes it. What it names beside the data, too.

use std::fmt;

use super::scalar::SafeUrl;
use super::text::Text;

/// The style that a host may write beside the data.
pub const STYLE_FILE: &str = "site.css";

/// What an image may be so that every browser shows it.
pub(crate) const IMAGES: &[&str] = &["svg", "png", "jpg", "jpeg", "webp", "avif", "gif"];

/// How a site is known.
#[derive(Debug, Clone, Default)]
pub struct Identity {
    pub logo: Option<Logo>,
    /// The icon of the tab: a file beside the data.
    pub icon: Option<String>,
    /// The icon of the screen of telephones: a file beside the data.
    pub touch_icon: Option<String>,
    /// What other sites show beside a link to this one.
    pub image: Option<Picture>,
    /// The colour of links and buttons, as it is asked for.
    pub accent: Option<Colour>,
    /// What is behind texts, light then dark, as it is asked for.
    pub grounds: [Option<Colour>; 2],
    /// What the foot of pages says under the name.
    pub footer: Text,
    /// Links after those of the navigation.
    pub header_links: Vec<SiteLink>,
    /// Links of the foot of pages.
    pub footer_links: Vec<SiteLink>,
    pub publisher: Option<Publisher>,
    /// Whether [`STYLE_FILE`] is beside the data.
    pub has_style: bool,
}

impl Identity {
    /// The files beside the data, each with the path of what names it.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let logo = self.logo.as_ref();
        [
            ("site.logo.file", logo.map(|logo| logo.picture.file.as_str())),
            ("site.logo.dark", logo.and_then(|logo| logo.dark.as_deref())),
            ("site.icon", self.icon.as_deref()),
            ("site.touch_icon", self.touch_icon.as_deref()),
            ("site.image.file", self.image.as_ref().map(|image| image.file.as_str())),
            ("site.style", self.has_style.then_some(STYLE_FILE)),
        ]
        .into_iter()
        .filter_map(|(path, file)| Some((path, file?)))
    }
}

/// The drawing that stands for a site.
#[derive(Debug, Clone)]
pub struct Logo {
    pub picture: Picture,
    /// The file of the same drawing on dark grounds.
    pub dark: Option<String>,
    /// Whether the name of the site is in the drawing.
    pub holds_name: bool,
}

/// An image beside the data.
#[derive(Debug, Clone)]
pub struct Picture {
    pub file: String,
    /// Width and height, in pixels, when they are known.
    pub size: Option<(u32, u32)>,
    /// What it shows, for those who do not see it.
    pub alt: Text,
}

/// A colour of sRGB: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Reads 3 or 6 hexadecimal digits, after `#` or not, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let digits: Vec<u8> = digits.chars().map(|c| Some(c.to_digit(16)? as u8)).collect::<Option<_>>()?;
        match digits[..] {
            [red, green, blue] => Some(Self([red * 17, green * 17, blue * 17])),
            [a, b, c, d, e, f] => Some(Self([a * 16 + b, c * 16 + d, e * 16 + f])),
            _ => None,
        }
    }

    /// The colour as one number, and back.
    pub(crate) fn number(self) -> u32 {
        let [red, green, blue] = self.0;
        u32::from_be_bytes([0, red, green, blue])
    }

    pub(crate) fn of_number(number: u32) -> Self {
        let [_, red, green, blue] = number.to_be_bytes();
        Self([red, green, blue])
    }
}

/// Six digits, without `#`: it would start the fragment of a URL.
impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "{red:02x}{green:02x}{blue:02x}")
    }
}

/// A link that the host adds to every page.
#[derive(Debug, Clone)]
pub struct SiteLink {
    pub label: Text,
    pub target: Target,
}

/// Where a link of the host leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Elsewhere(SafeUrl),
    /// A page or a file of the site, by its path below the root.
    Here(String),
}

/// Who publishes a catalogue.
#[derive(Debug, Clone)]
pub struct Publisher {
    pub name: Text,
    pub url: Option<SafeUrl>,
}
