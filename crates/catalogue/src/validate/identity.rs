//! How the site is known, which stands among its settings.

use crate::identity::{Colour, Identity, Logo, Picture, Publisher, SiteLink, Target};
use crate::value::{Parts, Value};

pub(super) fn identity(said: &mut Parts) -> Identity {
    Identity {
        publisher: said.value("publisher").parts().and_then(publisher),
        footer: said.text("footer").unwrap_or_default(),
        header_links: said.all("header_links", link),
        footer_links: said.all("footer_links", link),
        logo: said.value("logo").parts().and_then(logo),
        icon: said.value("icon").word(),
        touch_icon: said.value("touch_icon").word(),
        image: said.value("image").parts().and_then(|mut said| picture(&mut said)),
        accent: colour(said, "accent"),
        grounds: said.value("grounds").parts().map(grounds).unwrap_or_default(),
        has_style: said.value("style").is_sound(),
    }
}

fn colour(said: &mut Parts, key: &str) -> Option<Colour> {
    said.value(key).number().map(Colour::of_number)
}

fn grounds(mut said: Parts) -> [Option<Colour>; 2] {
    ["light", "dark"].map(|key| colour(&mut said, key))
}

fn publisher(mut said: Parts) -> Option<Publisher> {
    Some(Publisher { name: said.text("name")?, url: said.value("url").address() })
}

fn logo(mut said: Parts) -> Option<Logo> {
    let picture = picture(&mut said)?;
    let dark = said.value("dark").word();
    Some(Logo { picture, dark, holds_name: said.value("holds_name").boolean() == Some(true) })
}

/// An image; the logo of a site has no `alt`: its name is beside it.
pub(super) fn picture(said: &mut Parts) -> Option<Picture> {
    let file = said.value("file").word()?;
    let size = said.value("width").number().zip(said.value("height").number());
    let size = size.filter(|(width, height)| *width > 0 && *height > 0);
    let alt = said.table.rank("alt", 0).and_then(|_| said.text("alt")).unwrap_or_default();
    Some(Picture { file, size, alt })
}

fn link(mut said: Parts) -> Option<SiteLink> {
    let label = said.text("label")?;
    let target = match said.value("url") {
        Value::Address(url) => Target::Elsewhere(url),
        url => Target::Here(url.word()?),
    };
    Some(SiteLink { label, target })
}
