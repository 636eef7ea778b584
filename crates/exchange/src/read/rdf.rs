//! RDF in Turtle or XML, as the nodes that JSON-LD has.

use std::collections::HashMap;

use catalogue::Json;
use oxrdf::{NamedOrBlankNode, Term, Triple};

use super::{MOST_NODES, ReadError, place};
use crate::mapping::stars;
use crate::remark::shown;
use crate::values::{filled, object, text};

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
            let start = error.location().start;
            let at = format!("{file}:{}:{}", start.line + 1, start.column + 1);
            ReadError::Syntax { at, form: "Turtle", cause: in_french(error.message()) }
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
    let broken = |line, cause| ReadError::Syntax { at: place(file, line).to_string(), form: "RDF/XML", cause };
    // Elements of any XML may be taken for nodes.
    if !text.contains(SYNTAX) {
        return Err(broken(1, "ce XML n’est pas du RDF.".to_owned()));
    }
    // The encoding that a declaration tells is no more that of the text.
    let start = text.find("?>").filter(|_| text.starts_with("<?xml")).map_or(0, |end| end + 2);
    let line = |read: u64| {
        let read = &text.as_bytes()[..text.len().min(start + read as usize)];
        read.trim_ascii_end().iter().filter(|byte| **byte == b'\n').count() + 1
    };
    let mut nodes = Nodes::default();
    let mut triples = oxrdfxml::RdfXmlParser::new().lenient().for_slice(&text[start..]);
    while let Some(triple) = triples.next() {
        let read = triples.buffer_position();
        let triple = triple.map_err(|error| broken(line(read), in_french(&error.to_string())))?;
        nodes.put(triple).map_err(|()| too_large(file, line(read)))?;
    }
    // The reader takes the end of a file for that of all that is open.
    if is_closed(text) { Ok(nodes.list()) } else { Err(broken(text.lines().count(), UNCLOSED.to_owned())) }
}

fn too_large(file: &str, line: usize) -> ReadError {
    ReadError::too_large(file, line, "valeurs", MOST_NODES)
}

/// What the readers of RDF say, where stars stand for what they found, and the same in French.
const SAID: [(&str, &str); 24] = [
    ("A dot is expected*", NO_DOT),
    ("Triples should be followed by a dot", NO_DOT),
    (
        "Unexpected end*",
        "le fichier s’arrête avant sa fin\u{a0}: il manque un point, un guillemet ou un crochet, ou l’envoi a été coupé.",
    ),
    (
        "The prefix * has not been declared",
        "le préfixe «\u{a0}{0}\u{a0}» n’est pas déclaré. Ajoutez sa ligne @prefix au début du fichier.",
    ),
    ("The PREFIX *", "un préfixe se déclare ainsi\u{a0}: @prefix dct: <http://purl.org/dc/terms/> ."),
    ("Unexpected escape character*", ESCAPE),
    ("The escape sequence*", ESCAPE),
    ("*should end with a ']'", "il manque «\u{a0}]\u{a0}»."),
    ("Unexpected character '*'", "«\u{a0}{0}\u{a0}» n’a pas sa place ici."),
    ("Unexpected text event: '*'", "le texte «\u{a0}{0}\u{a0}» n’a pas sa place ici, entre deux balises."),
    ("* is not a valid attribute", "l’attribut «\u{a0}{0}\u{a0}» n’a pas sa place ici."),
    ("* is not a valid rdf:* value", "«\u{a0}{0}\u{a0}» ne peut pas être la valeur de rdf:{1}."),
    ("* is not a valid RDF *", MISPLACED),
    ("* is not a valid predicate", MISPLACED),
    ("* is not a valid subject or graph name", MISPLACED),
    (
        "ill-formed document: expected `*`, but `*` was found",
        "«\u{a0}{0}\u{a0}» est attendu avant «\u{a0}{1}\u{a0}»\u{a0}: une balise n’est pas fermée.",
    ),
    (
        "ill-formed document: close tag `*` does not match any open tag",
        "«\u{a0}{0}\u{a0}» ne ferme aucune balise. Retirez-la.",
    ),
    ("ill-formed document: start tag not closed*", UNCLOSED),
    ("syntax error: * not closed*", UNCLOSED),
    (
        "Unknown prefix *:",
        "le préfixe «\u{a0}{0}\u{a0}» n’est pas déclaré. Ajoutez xmlns:{0} à la première balise, avec son adresse.",
    ),
    (
        "at *: unrecognized entity `*`",
        "«\u{a0}&{1};\u{a0}» n’est pas connu en XML. Écrivez le signe lui-même\u{202f}; «\u{a0}&\u{a0}» s’écrit «\u{a0}&amp;\u{a0}».",
    ),
    ("*Cannot find ';' after '&'", "«\u{a0}&\u{a0}» s’écrit «\u{a0}&amp;\u{a0}» en XML."),
    (
        "error while parsing attribute: *",
        "un attribut est mal écrit\u{a0}: chacun n’est là qu’une fois, avec sa valeur entre guillemets.",
    ),
    ("error while parsing IRI '*': *", "«\u{a0}{0}\u{a0}» n’est pas une adresse."),
];
const NO_DOT: &str = "il manque un point à la fin de ce qui précède.";
const MISPLACED: &str =
    "«\u{a0}{0}\u{a0}» n’a pas sa place ici. Un point, un point-virgule ou une valeur manque sans doute avant.";
const ESCAPE: &str =
    "cette barre oblique inverse ne veut rien dire ici\u{a0}: écrivez-la deux fois (\\\\) ou retirez-la.";
const UNCLOSED: &str = "une balise n’est pas fermée\u{a0}: le fichier est peut-être coupé.";

/// What a reader of RDF says, in French; in its words where they are not known.
fn in_french(said: &str) -> String {
    let known = SAID.iter().find_map(|(pattern, french)| Some((stars(pattern, said)?, *french)));
    let Some((found, french)) = known else { return format!("son lecteur dit, en anglais, «\u{a0}{said}\u{a0}».") };
    let found = found.iter().enumerate();
    found.fold(french.to_owned(), |told, (rank, word)| told.replace(&format!("{{{rank}}}"), &shown(word)))
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
                filled([("@value", Some(text(literal.value()))), ("@language", literal.language().map(text))])
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
    fn faults_are_told_in_french() {
        let start = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"x:\">";
        let [in_turtle, in_xml] = [false, true];
        for (is_xml, text, at, told) in [
            (in_turtle, "<a> <b> <c>\n<d> <e> <f> .", "a:2:1", "un point"),
            (in_turtle, "<a> <b> \"c\"", "a:1:12", "un point"),
            (in_turtle, "<a> <b> <c> ;\n <d>", "a:2:5", "s’arrête avant sa fin"),
            (in_turtle, "<a> <b> x:c .", "a:1:9", "le préfixe «\u{a0}x:\u{a0}» n’est pas déclaré"),
            (in_turtle, "<a> <b> .", "a:1:9", "«\u{a0}.\u{a0}» n’a pas sa place ici. Un point"),
            (in_turtle, "@prefix <b> .", "a:1:9", "se déclare ainsi"),
            (in_turtle, "<a> <b> \"C:\\dossier\" .", "a:1:", "deux fois (\\\\)"),
            (in_turtle, "<a> <b> [ <c> <d> .", "a:1:19", "il manque «\u{a0}]\u{a0}»"),
            (in_turtle, "<a> ; .", "a:1:5", "«\u{a0};\u{a0}» n’a pas sa place ici. Un point"),
            (in_turtle, "<a> <b> ~ .", "a:1:9", "«\u{a0}~\u{a0}» n’a pas sa place ici."),
            (in_xml, "<x:A><x:b>c</x:A>", "a:2\u{a0}", "«\u{a0}</x:b>\u{a0}» est attendu avant «\u{a0}</x:A>\u{a0}»"),
            (in_xml, "</rdf:RDF></x:A>", "a:2\u{a0}", "ne ferme aucune balise"),
            (in_xml, "<x:A><x:b>c</x", "a:2\u{a0}", "peut-être coupé"),
            (in_xml, "<dct:A/></rdf:RDF>", "a:2\u{a0}", "Ajoutez xmlns:dct à"),
            (in_xml, "<x:A><x:b>&nbsp;</x:b></x:A></rdf:RDF>", "a:2\u{a0}", "«\u{a0}&nbsp;\u{a0}» n’est pas connu"),
            (in_xml, "<x:A><x:b>A & B</x:b></x:A></rdf:RDF>", "a:2\u{a0}", "s’écrit «\u{a0}&amp;\u{a0}»"),
            (in_xml, "<x:A rdf:about=c/></rdf:RDF>", "a:2\u{a0}", "entre guillemets"),
            (in_xml, "<x:A>Un texte</x:A></rdf:RDF>", "a:2\u{a0}", "le texte «\u{a0}Un texte\u{a0}»"),
            (in_xml, "<x:A rdf:ID=\"1 2\"/></rdf:RDF>", "a:2\u{a0}", "la valeur de rdf:ID."),
        ] {
            let read = if is_xml { xml("a", &format!("{start}\n{text}")) } else { turtle("a", text) };
            let error = read.unwrap_err().to_string();
            assert!(error.starts_with(at) && error.contains(told), "{text}: {error}");
            assert!(![" the ", " is ", "not "].iter().any(|english| error.contains(english)), "{error}");
        }
        // What is not known stays as its reader says it.
        for (text, told) in
            [("<a> <b> \"c\"^^ .", "Expecting a datatype"), ("<a> <b> x.:c .", "'x.' is not a valid prefix")]
        {
            let error = turtle("a", text).unwrap_err().to_string();
            assert!(error.contains(&format!("en anglais, «\u{a0}{told}")), "{error}");
        }
    }

    #[test]
    fn a_declaration_tells_the_encoding_of_the_file_and_not_of_the_text() {
        let body =
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"x:\">\n<x:A x:b=\"été\"/>";
        for declaration in
            ["<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "<?xml version='1.0'\nencoding='UTF-16'?>\n"]
        {
            let read = xml("a.rdf", &format!("{declaration}{body}</rdf:RDF>")).unwrap();
            assert!(read.to_string().contains("été"), "{read}");
            let error = xml("a.rdf", &format!("{declaration}{body}\n</x:B>")).unwrap_err().to_string();
            let line = declaration.matches('\n').count() + 3;
            assert!(error.starts_with(&format!("a.rdf:{line}\u{a0}")), "{error}");
        }
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
        // Longer than what is read at once.
        let root = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">";
        for (start, line) in [("", 1), ("<?xml version=\"1.0\"?>\n", 2)] {
            let text = format!("{start}{root}<rdf:Description/></rdf:Bag>{}\n</rdf:RDF>", " ".repeat(20_000));
            let error = xml("a.rdf", &text).unwrap_err().to_string();
            assert!(error.starts_with(&format!("a.rdf:{line}\u{a0}")), "{error}");
        }
        let start = "<!-- <a> --><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"";
        assert!(xml("a.rdf", &format!("{start}/>")).is_ok() && xml("a.rdf", &format!("{start}></rdf:RDF>\n")).is_ok());
        let error = xml("a.rdf", &format!("{start}>\n<rdf:Description>\n")).unwrap_err().to_string();
        assert!(error.starts_with("a.rdf:2") && error.contains("coupé"), "{error}");
        assert!(
            xml("a.rdf", &format!("<!DOCTYPE r [<!ENTITY a \"{}\">]>{}", "a".repeat(100_000), "&a;".repeat(1_000)))
                .is_err()
        );
    }
}
