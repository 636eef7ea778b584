//! RDF in Turtle or XML, as the nodes that JSON-LD has.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::Read;

use catalogue::Json;
use oxrdf::{NamedOrBlankNode, Term, Triple};

use super::{MOST_NODES, ReadError};
use crate::values::{object, text};

/// The names of the syntax itself.
const SYNTAX: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
/// How much the entities of a document may make of it, in bytes.
const MOST_EXPANDED: usize = 64 << 20;

/// The nodes of Turtle, or of N-Triples, which is a part of it.
pub(super) fn turtle(file: &str, text: &str) -> Result<Json, ReadError> {
    let mut nodes = Nodes::default();
    // Portals write addresses that the standard forbids: they are taken as they are.
    for triple in oxttl::TurtleParser::new().lenient().for_slice(text) {
        let triple = triple.map_err(|error| {
            let line = usize::try_from(error.location().start.line).unwrap_or_default() + 1;
            ReadError::Rdf { file: file.to_owned(), line, form: "Turtle", cause: error.message().to_owned() }
        })?;
        nodes.put(triple).map_err(|()| too_large(file, 0))?;
    }
    Ok(nodes.list())
}

/// The nodes of RDF/XML.
pub(super) fn xml(file: &str, text: &str) -> Result<Json, ReadError> {
    if is_bomb(text) {
        return Err(ReadError::too_large(file, 1, "octets une fois les entités suivies", MOST_EXPANDED));
    }
    let line = Cell::new(0);
    let broken =
        |cause: String| ReadError::Rdf { file: file.to_owned(), line: line.get().max(1), form: "RDF/XML", cause };
    // Elements of any XML may be taken for nodes.
    if !text.contains(SYNTAX) {
        return Err(broken("ce XML n’est pas du RDF".to_owned()));
    }
    let mut nodes = Nodes::default();
    let lines = Lines { rest: text.as_bytes(), line: &line };
    for triple in oxrdfxml::RdfXmlParser::new().lenient().for_reader(lines) {
        nodes.put(triple.map_err(|error| broken(error.to_string()))?).map_err(|()| too_large(file, line.get()))?;
    }
    // The reader takes the end of a file for that of all that is open.
    if !is_closed(text) {
        line.set(text.lines().count());
        return Err(broken("sa première balise n’est pas fermée\u{202f}: le fichier est peut-être coupé".to_owned()));
    }
    Ok(nodes.list())
}

fn too_large(file: &str, line: usize) -> ReadError {
    ReadError::too_large(file, line, "valeurs", MOST_NODES)
}

/// Whether entities would make much more of a text than it is: those that are made of others, or long ones that come
/// often.
fn is_bomb(text: &str) -> bool {
    let declared = text.split("<!ENTITY").skip(1).map(|rest| rest.split('>').next().unwrap_or_default());
    let (mut longest, mut is_nested) = (0, false);
    for entity in declared {
        longest = longest.max(entity.len());
        is_nested |= entity.contains('&');
    }
    is_nested || longest > 0 && text.matches('&').count().saturating_mul(longest) > MOST_EXPANDED
}

/// Whether the first element of XML is closed.
fn is_closed(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, tag)) = rest.split_once('<') {
        rest = tag;
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if tag.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            let end = tag.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).unwrap_or(tag.len());
            let is_alone = tag.split('>').next().is_some_and(|tag| tag.ends_with('/'));
            return is_alone || tag.contains(&format!("</{}", &tag[..end]));
        }
    }
    false
}

/// A text given line by line, so that where it is read is known: the reader does not tell it.
struct Lines<'a> {
    rest: &'a [u8],
    line: &'a Cell<usize>,
}

impl Read for Lines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let end = self.rest.iter().position(|byte| *byte == b'\n').map_or(self.rest.len(), |end| end + 1);
        let size = end.min(buffer.len());
        buffer[..size].copy_from_slice(&self.rest[..size]);
        self.rest = &self.rest[size..];
        if size == end && size > 0 {
            self.line.set(self.line.get() + 1);
        }
        Ok(size)
    }
}

/// Nodes in the order in which they come, each with its properties.
#[derive(Default)]
struct Nodes {
    list: Vec<Vec<(String, Json)>>,
    ranks: HashMap<String, usize>,
    count: usize,
}

impl Nodes {
    /// Adds what is said of a node; an error when too much has been said.
    fn put(&mut self, triple: Triple) -> Result<(), ()> {
        self.count += 1;
        if self.count > MOST_NODES {
            return Err(());
        }
        let id = match triple.subject {
            NamedOrBlankNode::NamedNode(node) => node.into_string(),
            NamedOrBlankNode::BlankNode(node) => node.to_string(),
        };
        let rank = *self.ranks.entry(id).or_insert_with_key(|id| {
            self.list.push(vec![("@id".to_owned(), Json::String(id.clone()))]);
            self.list.len() - 1
        });
        let is_type = triple.predicate.as_str().strip_prefix(SYNTAX) == Some("type");
        let value = match triple.object {
            Term::NamedNode(node) if is_type => text(node.as_str()),
            Term::NamedNode(node) => object([("@id", text(node.as_str()))]),
            Term::BlankNode(node) => object([("@id", text(node.to_string()))]),
            Term::Literal(literal) => {
                let language = literal.language().map(|tag| ("@language", text(tag)));
                object([("@value", text(literal.value()))].into_iter().chain(language))
            }
        };
        let key = if is_type { "@type".to_owned() } else { triple.predicate.into_string() };
        let node = &mut self.list[rank];
        match node.iter_mut().find(|(name, _)| *name == key) {
            Some((_, Json::List(values))) => values.push(value),
            _ => node.push((key, Json::List(vec![value]))),
        }
        Ok(())
    }

    fn list(self) -> Json {
        Json::List(self.list.into_iter().map(Json::Object).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_give_the_same_nodes() {
        let expected = r#"[{"@id":"https://a.example/1","@type":["http://www.w3.org/ns/dcat#Dataset"],"http://purl.org/dc/terms/title":[{"@value":"Un","@language":"fr"},{"@value":"One","@language":"en"}],"http://purl.org/dc/terms/publisher":[{"@id":"https://a.example/o"}]}]"#;
        let in_turtle = "@prefix dct: <http://purl.org/dc/terms/> .\n<https://a.example/1> a <http://www.w3.org/ns/dcat#Dataset> ;\n dct:title \"Un\"@fr, \"One\"@en ; dct:publisher <https://a.example/o> .\n";
        assert_eq!(turtle("a.ttl", in_turtle).unwrap().to_string(), expected);
        let in_xml = r#"<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/" xmlns:dcat="http://www.w3.org/ns/dcat#">
            <dcat:Dataset rdf:about="https://a.example/1"><dct:title xml:lang="fr">Un</dct:title><dct:title xml:lang="en">One</dct:title><dct:publisher rdf:resource="https://a.example/o"/></dcat:Dataset></rdf:RDF>"#;
        assert_eq!(xml("a.rdf", in_xml).unwrap().to_string(), expected);
    }

    #[test]
    fn there_are_only_so_many_triples() {
        let triple = |text: &str| oxttl::TurtleParser::new().lenient().for_slice(text).next().unwrap().unwrap();
        let mut nodes = Nodes { count: MOST_NODES - 1, ..Nodes::default() };
        assert!(nodes.put(triple("<a> <b> <c> .")).is_ok() && nodes.put(triple("<a> <b> <d> .")).is_err());
    }

    #[test]
    fn faults_have_their_line_and_bombs_are_refused() {
        let error = turtle("a.ttl", "<a> <b> <c> .\n<d> <e> .\n").unwrap_err().to_string();
        assert!(error.starts_with("a.ttl:2"), "{error}");
        let error = xml(
            "a.rdf",
            "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description>\n</rdf:RDF>\n",
        );
        let error = error.unwrap_err().to_string();
        assert!(error.starts_with("a.rdf:4"), "{error}");
        let start = "<!-- <a> --><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"";
        assert!(xml("a.rdf", &format!("{start}/>")).is_ok() && xml("a.rdf", &format!("{start}></rdf:RDF>\n")).is_ok());
        let error = xml("a.rdf", &format!("{start}>\n<rdf:Description>\n")).unwrap_err().to_string();
        assert!(error.starts_with("a.rdf:2") && error.contains("coupé"), "{error}");
        let mut bomb = String::from("<!DOCTYPE rdf:RDF [<!ENTITY a \"aaaaaaaaaa\">");
        for (before, letter) in ('a'..'l').zip('b'..'m') {
            bomb.push_str(&format!("<!ENTITY {letter} \"{}\">", format!("&{before};").repeat(10)));
        }
        assert!(xml("a.rdf", &bomb).unwrap_err().to_string().contains("entités"));
        assert!(
            xml("a.rdf", &format!("<!DOCTYPE r [<!ENTITY a \"{}\">]>{}", "a".repeat(100_000), "&a;".repeat(1_000)))
                .is_err()
        );
    }
}
