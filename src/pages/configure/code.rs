//! The code that a site pastes to show a view: plain texts.

use names::{EMBED_ELEMENT, EMBED_FILE};
use text::escaped;

/// What is shown, where from.
pub(super) struct Embedded<'a> {
    /// The address of the root of the site, with a slash at its end.
    pub(super) root: &'a str,
    /// The path of the view below the root, without a slash before it.
    pub(super) path: &'a str,
    /// The search part of its address, without its question mark.
    pub(super) search: &'a str,
    /// The address of what is shown in the site itself.
    pub(super) page: &'a str,
    /// The title of the frame.
    pub(super) title: &'a str,
    /// In pixels.
    pub(super) height: u16,
}

impl Embedded<'_> {
    fn view(&self) -> String {
        let mark = if self.search.is_empty() { "" } else { "?" };
        format!("{}{mark}{}", self.path, self.search)
    }

    /// The address of the view.
    pub(super) fn address(&self) -> String {
        format!("{}{}", self.root, self.view())
    }

    /// A frame, without any script: as high as its content where browsers know how, else of its height.
    pub(super) fn iframe(&self) -> String {
        let (address, title, height) = (escaped(&self.address()), escaped(self.title), self.height);
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" \
             style=\"border:0;height:auto;min-height:{height}px;frame-sizing:content-height\" loading=\"lazy\"></iframe>"
        )
    }

    /// The script in the place of the view. Optimisers of pages rewrite what ends with `src`.
    pub(super) fn script(&self) -> String {
        format!(
            "<script async src=\"{}{EMBED_FILE}\" data-vue=\"{}\" data-title=\"{}\"></script>",
            escaped(self.root),
            escaped(&self.view()),
            escaped(self.title)
        )
    }

    /// The script once, and an element a view, which is a link as long as the script has not run.
    pub(super) fn element(&self) -> String {
        let source = if self.path == "embed/" { String::new() } else { format!(" src=\"{}\"", escaped(self.path)) };
        let filters =
            if self.search.is_empty() { String::new() } else { format!(" filters=\"{}\"", escaped(self.search)) };
        format!(
            "<script async src=\"{}{EMBED_FILE}\"></script>\n<{EMBED_ELEMENT}{source}{filters} title=\"{title}\">\
             <a href=\"{}\">{title}</a></{EMBED_ELEMENT}>",
            escaped(self.root),
            escaped(self.page),
            title = escaped(self.title)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &str = "https://communs.example/a/";

    #[test]
    fn a_view_of_the_catalogue() {
        let view = Embedded {
            root: ROOT,
            path: "embed/",
            page: "https://communs.example/a/catalogue/?theme=mobilite",
            search: "theme=mobilite&apparence=sombre",
            title: "Communs : « rue » & \"vélo\"",
            height: 640,
        };
        assert_eq!(view.address(), "https://communs.example/a/embed/?theme=mobilite&apparence=sombre");
        assert_eq!(
            view.iframe(),
            "<iframe src=\"https://communs.example/a/embed/?theme=mobilite&amp;apparence=sombre\" \
             title=\"Communs : « rue » &amp; &quot;vélo&quot;\" width=\"100%\" height=\"640\" \
             style=\"border:0;height:auto;min-height:640px;frame-sizing:content-height\" loading=\"lazy\"></iframe>"
        );
        assert_eq!(
            view.script(),
            "<script async src=\"https://communs.example/a/embed.js\" \
             data-vue=\"embed/?theme=mobilite&amp;apparence=sombre\" \
             data-title=\"Communs : « rue » &amp; &quot;vélo&quot;\"></script>"
        );
        assert_eq!(
            view.element(),
            "<script async src=\"https://communs.example/a/embed.js\"></script>\n\
             <communs-catalogue filters=\"theme=mobilite&amp;apparence=sombre\" \
             title=\"Communs : « rue » &amp; &quot;vélo&quot;\">\
             <a href=\"https://communs.example/a/catalogue/?theme=mobilite\">Communs : « rue » &amp; &quot;vélo&quot;</a>\
             </communs-catalogue>"
        );
    }

    #[test]
    fn an_entry() {
        let page = "https://communs.example/a/communs/grist/";
        let view = Embedded { root: ROOT, path: "embed/communs/grist/", search: "", page, title: "Grist", height: 600 };
        assert!(view.iframe().contains("src=\"https://communs.example/a/embed/communs/grist/\""));
        assert!(
            view.element().contains("<communs-catalogue src=\"embed/communs/grist/\" title=\"Grist\"><a href=\"https://communs.example/a/communs/grist/\">")
        );
    }
}
