//! Each form of source, given each fault: one clear message, with its place.

use std::io::{Cursor, Write as _};

use exchange::{Imported, Mapping};

use super::valid;

/// The forms, by their extensions.
const FORMS: [&str; 12] = ["csv", "tsv", "xlsx", "ods", "json", "jsonl", "yaml", "md", "cff", "jsonld", "rdf", "ttl"];
const TABLES: [&str; 4] = ["csv", "tsv", "xlsx", "ods"];

/// A row: an id, a name, an address, a text.
type Row<'a> = [&'a str; 4];
const KEYS: Row<'static> = ["identifiant", "nom", "adresse", "texte"];

const MAPPING: &str = r#"{"name":"essai","title":"Essai","sets":[{"fields":{
    "id":"identifiant","name":"nom","description":{"from":"texte","prose":"html"},"links":{"from":"adresse","kind":"site"}}}]}"#;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).expect("it is written to memory");
        archive.write_all(text.as_bytes()).expect("it is written to memory");
    }
    archive.finish().expect("it is written to memory").into_inner()
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"F\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let mime = "application/vnd.oasis.opendocument.spreadsheet";
    zipped(&[("mimetype", mime), ("META-INF/manifest.xml", manifest), ("content.xml", &content)])
}

fn ods_cell(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
        text::escaped(text)
    )
}

/// A sheet of this XML in the least workbook.
fn xlsx(rows: &str) -> Vec<u8> {
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |target: &str, of: &str| {
        format!(
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/{of}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book = format!(
        "<?xml version=\"1.0\"?><workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"F\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let sheet = format!("<?xml version=\"1.0\"?><worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
    zipped(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", &relations("xl/workbook.xml", "officeDocument")),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations("worksheets/sheet1.xml", "worksheet")),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn xlsx_rows(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", text::escaped(text));
    rows.iter().map(|row| format!("<row>{}</row>", row.iter().map(cell).collect::<String>())).collect()
}

/// Rows in a form: its files.
fn written(form: &str, keys: &[&str], rows: &[Vec<&str>]) -> Vec<(String, Vec<u8>)> {
    let object = |row: &Vec<&str>| {
        let fields: Vec<String> = keys.iter().zip(row).map(|(key, value)| format!("{key:?}:{value:?}")).collect();
        format!("{{{}}}", fields.join(","))
    };
    let table = |separator: &str| {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |cells: &[&str]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(separator) + "\n";
        line(keys) + &rows.iter().map(|row| line(row)).collect::<String>()
    };
    let lines =
        |row: &Vec<&str>| keys.iter().zip(row).map(|(key, value)| format!("{key}: {value:?}\n")).collect::<String>();
    let owned = |cells: &[&str]| cells.iter().map(ToString::to_string).collect::<Vec<String>>();
    let text = match form {
        "csv" => table(";"),
        "tsv" => table("\t"),
        "json" => format!("[{}]", rows.iter().map(object).collect::<Vec<_>>().join(",\n")),
        "jsonl" => rows.iter().map(|row| object(row) + "\n").collect(),
        "yaml" => rows.iter().map(|row| format!("- {}\n", lines(row).trim_end().replace('\n', "\n  "))).collect(),
        "md" | "cff" => {
            let file = |(rank, row): (usize, &Vec<&str>)| {
                let text = if form == "md" { format!("---\n{}---\n", lines(row)) } else { lines(row) };
                (format!("{rank}.{form}"), text.into_bytes())
            };
            return rows.iter().enumerate().map(file).collect();
        }
        "jsonld" => {
            let node = |row: &Vec<&str>| object(row).replacen('{', "{\"@type\":\"x:Chose\",", 1);
            format!("{{\"@graph\":[{}]}}", rows.iter().map(node).collect::<Vec<_>>().join(",\n"))
        }
        "ttl" => {
            let node = |(rank, row): (usize, &Vec<&str>)| {
                let said: String = keys.iter().zip(row).map(|(key, value)| format!(" ; x:{key} {value:?}")).collect();
                format!("<https://x.example/{rank}> a x:Chose{said} .\n")
            };
            "@prefix x: <https://x.example/ns#> .\n".to_owned() + &rows.iter().enumerate().map(node).collect::<String>()
        }
        "rdf" => {
            let said = |(key, value): (&&str, &&str)| format!("<x:{key}>{}</x:{key}>\n", text::escaped(value));
            let node = |row: &Vec<&str>| {
                format!("<x:Chose>\n{}</x:Chose>\n", keys.iter().zip(row).map(said).collect::<String>())
            };
            format!(
                "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"https://x.example/ns#\">\n{}</rdf:RDF>\n",
                rows.iter().map(node).collect::<String>()
            )
        }
        "xlsx" => {
            let all: Vec<Vec<String>> = [keys].into_iter().chain(rows.iter().map(Vec::as_slice)).map(owned).collect();
            return vec![("a.xlsx".to_owned(), xlsx(&xlsx_rows(&all)))];
        }
        "ods" => {
            let row = |cells: &[&str]| {
                format!(
                    "<table:table-row>{}</table:table-row>",
                    cells.iter().map(|cell| ods_cell(cell)).collect::<String>()
                )
            };
            return vec![(
                "a.ods".to_owned(),
                ods(&(row(keys) + &rows.iter().map(|cells| row(cells)).collect::<String>())),
            )];
        }
        other => panic!("no such form: {other}"),
    };
    vec![(format!("a.{form}"), text.into_bytes())]
}

/// What the mapping of these tests makes of files.
fn import(files: &[(String, Vec<u8>)]) -> Imported {
    let (documents, remarks) = super::read(files);
    let mapping = Mapping::read("essai.json", MAPPING).expect("the test writes a mapping");
    exchange::convert(&mapping, documents, remarks, None, None)
}

fn told(imported: &Imported) -> Vec<String> {
    imported.remarks.iter().map(ToString::to_string).collect()
}

/// A message that starts with the file, at this line if it has one, and says this.
fn refused(file: &str, bytes: &[u8], line: Option<usize>, says: &str) {
    let error = exchange::read::document(file, bytes, &mut Vec::new()).err();
    let error = error.unwrap_or_else(|| panic!("{file} is read")).to_string();
    let place = line.map_or_else(|| file.to_owned(), |line| format!("{file}:{line}"));
    assert!(
        error.starts_with(&place)
            || error.contains(file) && line.is_none_or(|line| error.contains(&format!("ligne {line}"))),
        "{error}"
    );
    assert!(error.contains(says) && error.lines().count() <= 3, "{file}: {error}");
}

#[test]
fn rows_are_read_in_every_form() {
    for form in FORMS {
        let rows = [["a", "Un", "https://a.example/", "Texte."], ["b", "Deux", "https://b.example/", "Autre."]];
        let imported = import(&written(form, &KEYS, &rows.map(Vec::from)));
        assert_eq!(told(&imported), Vec::<String>::new(), "{form}");
        let loaded = valid(&imported);
        let names: Vec<&str> = loaded.catalogue.entries().map(|(_, entry)| entry.name.as_str()).collect();
        assert_eq!(names, ["Un", "Deux"], "{form}");
    }
}

#[test]
fn an_empty_file_is_told() {
    for form in FORMS {
        refused(&format!("vide.{form}"), b"", None, "vide");
    }
}

#[test]
fn a_wrong_encoding_is_told() {
    for form in FORMS {
        let says = if matches!(form, "xlsx" | "ods") { "classeur" } else { "texte" };
        refused(&format!("a.{form}"), b"nom\n\x00\x01\x02\xff\xfe\x00", None, says);
    }
}

#[test]
fn a_web_page_in_the_place_of_a_file_is_told() {
    let page = "\u{feff}\n<!DOCTYPE html><html><title>Connexion</title>";
    for form in FORMS.into_iter().filter(|form| !matches!(*form, "xlsx" | "ods")) {
        refused(&format!("a.{form}"), page.as_bytes(), None, "c’est une page web");
    }
    refused("liste", b"<HTML lang=fr>", None, "c’est une page web");
}

#[test]
fn a_file_cut_short_is_told() {
    let files =
        |form| written(form, &KEYS, &[vec!["a", "Un", "https://a.example/", "Texte."], vec!["b", "Deux", "", "Fin."]]);
    for (form, line, says) in [
        ("csv", Some(3), "guillemet"),
        ("tsv", Some(3), "guillemet"),
        ("xlsx", None, "classeur"),
        ("ods", None, "classeur"),
        ("json", Some(2), ""),
        ("yaml", Some(8), "YAML"),
        ("md", None, "en-tête"),
        ("jsonld", Some(2), ""),
        ("rdf", None, "RDF/XML"),
        ("ttl", Some(3), "Turtle"),
    ] {
        let (name, bytes) = files(form).remove(0);
        let end = if matches!(form, "xlsx" | "ods") { bytes.len() / 2 } else { bytes.len() - 6 };
        refused(&name, &bytes[..end], line, says);
    }
}

#[test]
fn what_keeps_a_spreadsheet_shut_is_told_in_french() {
    let parts = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "\u{1}")];
    let encrypted = "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let shut = zipped(&[parts[0], parts[1], ("META-INF/manifest.xml", encrypted)]);
    let closed = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec();
    for (file, bytes, says) in [
        ("a.xlsx", closed.clone(), "\u{a0}: un mot de passe le protège"),
        ("a.xls", closed, ", ou il est de l’ancienne forme .xls. Enr"),
        ("a.ods", shut, "\u{a0}: un mot de passe le protège"),
        ("a.ods", zipped(&parts), "\u{a0}: ce qu’il contient est abîmé. Enr"),
        ("a.xlsx", zipped(&[("xl/workbook.xml", "<a")]), "\u{a0}: ce qu’il contient est abîmé. Enr"),
        ("a.xlsx", b"PK\x03\x04".to_vec(), "\u{a0}: ce n’en est pas un, ou il est coupé. Enr"),
    ] {
        refused(file, &bytes, None, says);
    }
}

#[test]
fn a_title_above_the_headings_is_no_heading() {
    for form in TABLES {
        let rows = [KEYS, ["a", "Un", "", "Texte."], ["b", "Deux", "https://b.example/", ""]];
        let imported = import(&written(form, &["Notre liste, en 2026"], &rows.map(Vec::from)));
        let told = told(&imported);
        assert!(told.len() == 1 && told[0].starts_with(&format!("a.{form}:1\u{a0}: cette ligne")), "{told:?}");
        assert_eq!(super::said(&imported.tree, "b", "name"), "\"Deux\"", "{form}");
    }
}

#[test]
fn ten_million_cells_are_refused() {
    let line = format!("{}\n", ";".repeat(999));
    let table = (0..1000).map(|rank| format!("c{rank}")).collect::<Vec<_>>().join(";") + "\n" + &line.repeat(10_000);
    refused("a.csv", table.as_bytes(), Some(1001), "cellules");
    refused("a.tsv", table.replace(';', "\t").as_bytes(), Some(1001), "cellules");
    let value = ods_cell("x");
    let repeated = |of: &str, count: usize| format!(" table:number-{of}-repeated=\"{count}\"");
    let wide = value.replacen("<table:table-cell", &format!("<table:table-cell{}", repeated("columns", 10_000)), 1);
    let rows = format!("<table:table-row{}>{wide}</table:table-row>", repeated("rows", 10_000));
    refused("a.ods", &ods(&rows), None, "cellules");
    // More cells than any spreadsheet writes on a line: a few millions of them take a minute without optimisation.
    let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(20_000));
    refused("a.xlsx", &xlsx(&row), Some(1), "cellules");
    let many = "1,".repeat(10_000_000);
    refused("a.json", format!("[\n{many}1]").as_bytes(), Some(2), "valeurs");
    refused("a.jsonld", format!("{{\"@graph\":[\n{many}1]}}").as_bytes(), Some(2), "valeurs");
    let list = format!("a: &a [{}]\n", vec!["x"; 10_000].join(","));
    let copies: String = (0..250).map(|rank| format!("c{rank}: *a\n")).collect();
    for (file, text) in [("a.yaml", list.clone() + &copies), ("a.md", format!("---\n{list}{copies}---\n"))] {
        refused(file, text.as_bytes(), None, "valeurs");
    }
}

#[test]
fn what_grows_as_it_is_read_is_refused() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        bomb.push_str(&format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 10].join(", ")));
    }
    for form in ["yaml", "cff"] {
        refused(&format!("bombe.{form}"), bomb.as_bytes(), None, "alias");
    }
    refused("bombe.md", format!("---\n{bomb}---\n").as_bytes(), None, "alias");
    let deep = "[".repeat(200_000);
    for form in ["json", "jsonld", "yaml"] {
        refused(&format!("profond.{form}"), deep.as_bytes(), None, "");
    }
    let mut entities = String::from("<!DOCTYPE rdf:RDF [<!ENTITY a \"aaaaaaaaaa\">");
    for (before, letter) in ('a'..'l').zip('b'..'m') {
        entities.push_str(&format!("<!ENTITY {letter} \"{}\">", format!("&{before};").repeat(10)));
    }
    refused("bombe.rdf", entities.as_bytes(), None, "entités");
    // An archive that says that it holds four gigabytes.
    for (form, mut bytes) in [("xlsx", xlsx("")), ("ods", ods(""))] {
        let entry = bytes.windows(4).position(|at| at == b"PK\x01\x02").expect("it has a directory");
        bytes[entry + 24..entry + 28].copy_from_slice(&0xffff_fff0_u32.to_le_bytes());
        refused(&format!("bombe.{form}"), &bytes, None, "octets");
    }
}

#[test]
fn a_heading_twice_is_told_at_its_line() {
    let keys = ["identifiant", "nom", "nom"];
    for form in FORMS.into_iter().filter(|form| !matches!(*form, "rdf" | "ttl")) {
        let imported = import(&written(form, &keys, &[vec!["a", "Un", "Autre"]]));
        let told = told(&imported);
        let says = if TABLES.contains(&form) { "deux colonnes" } else { "deux fois" };
        assert_eq!(told.len(), 1, "{form}: {told:?}");
        assert!(told[0].contains("nom") && told[0].contains(says), "{form}: {told:?}");
        assert!(
            TABLES.contains(&form) == told[0].starts_with(&format!("a.{form}:1")) || !TABLES.contains(&form),
            "{told:?}"
        );
        assert_eq!(valid(&imported).catalogue.entries().next().expect("an entry").1.name.as_str(), "Un", "{form}");
    }
}

#[test]
fn an_id_twice_is_told_at_the_second() {
    let rows = [["a", "Un", "https://a.example/", ""], ["a", "Deux", "https://b.example/", ""]];
    for form in FORMS {
        let imported = import(&written(form, &KEYS, &rows.map(Vec::from)));
        let told = told(&imported);
        assert_eq!(told.len(), 1, "{form}: {told:?}");
        assert!(told[0].contains("l’identifiant «\u{a0}a\u{a0}» est déjà pris"), "{form}: {told:?}");
        let place = match form {
            "md" | "cff" => format!("1.{form}"),
            form if TABLES.contains(&form) => format!("a.{form}:3"),
            form => format!("a.{form}:2"),
        };
        assert!(told[0].starts_with(&place), "{form}: {told:?}");
        assert_eq!(valid(&imported).catalogue.entries().len(), 2, "{form}");
    }
}

#[test]
fn html_that_closes_nothing_is_words() {
    let html = "<div><p>Un <b>deux<ul><li>trois<li>quatre<script>alert(1)";
    for form in FORMS {
        let imported = import(&written(form, &KEYS, &[vec!["a", "Un", "https://a.example/", html]]));
        valid(&imported);
        let description = super::said(&imported.tree, "a", "description");
        assert_eq!((description.as_str(), told(&imported).len()), (r#"["Un deux"]"#, 0), "{form}");
        assert!(super::said(&imported.tree, "a", "lists").contains("quatre"), "{form}");
    }
}

#[test]
fn addresses_that_run_something_are_told_and_left() {
    for form in FORMS {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
        ] {
            let imported = import(&written(form, &KEYS, &[vec!["a", "Un", address, ""]]));
            valid(&imported);
            let told = told(&imported);
            assert_eq!(super::said(&imported.tree, "a", "links"), "", "{form}");
            assert!(told.len() == 1 && told[0].contains(&address[..7]), "{form}: {told:?}");
        }
    }
}
