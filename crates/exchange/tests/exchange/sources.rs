//! The mappings that we ship, each on a source of its form.

use super::{import, import_by, said, valid};

#[test]
fn a_landscape_is_read() {
    let source = br#"
landscape:
  - category:
    name: Provisioning
    subcategories:
      - subcategory:
        name: Automation
        items:
          - item:
            name: Truc
            homepage_url: https://truc.example
            repo_url: https://github.com/truc/truc
            project: incubating
            description: A [thing](https://x.example).
            extra: {accepted: '2021-09-14', summary_tags: "a, b"}
          - item:
            name: Truc
            homepage_url: https://truc.example/
            project: archived
  - category:
    name: Runtime
    subcategories:
      - subcategory:
        name: Storage
        items:
          - item: {name: Machin}
            name: Machin
            homepage_url: javascript:alert(1)
  - category:
    name: CNCF Members
    subcategories:
      - subcategory:
        name: Gold
        items:
          - item:
            name: Truc (member)
            homepage_url: https://truc.example
"#;
    let imported = import(None, &[("landscape.yml", source)]);
    valid(&imported);
    assert_eq!(said(&imported.tree, "truc", "themes"), r#"["provisioning"]"#);
    assert_eq!(said(&imported.tree, "truc", "summary"), r#"{"en":"A thing."}"#);
    assert_eq!(said(&imported.tree, "truc", "status"), r#"{"state":"actif"}"#);
    assert_eq!(said(&imported.tree, "truc", "keywords"), r#"["a","b"]"#);
    assert_eq!(said(&imported.tree, "machin", "links"), "");
    assert_eq!(said(&imported.tree, "truc-member", "kind"), "\"organisation\"");
    assert_eq!(imported.same.len(), 1, "the same thing twice is one entry");
    assert!(imported.remarks.iter().any(|remark| remark.to_string().contains("javascript:alert(1)")));
}

#[test]
fn a_folder_of_yaml_brings_its_vocabularies() {
    let imported = import(
        None,
        &[
            ("licenses.yml", b"- identifier: MIT\n  name: MIT License\n  url: https://spdx.org/licenses/MIT.html\n"),
            ("software/a.yml", b"name: A\nwebsite_url: https://a.example\nsource_code_url: https://github.com/a/a\ndescription: One.\nlicenses: [MIT]\nplatforms: [PHP]\ntags: [Wikis]\nupdated_at: '2026-08-21'\narchived: true\ncurrent_release: {tag: 1.10}\n"),
            ("tags/wikis.yml", b"name: Wikis\ndescription: x\n"),
        ],
    );
    let loaded = valid(&imported);
    assert_eq!(loaded.catalogue.entries().len(), 1);
    assert_eq!(said(&imported.tree, "a", "licences"), r#"[{"id":"MIT","of":"code"}]"#);
    assert_eq!(said(&imported.tree, "a", "version"), "\"1.10\"", "a version is no number");
    assert_eq!(said(&imported.tree, "a", "status"), r#"{"state":"archive"}"#);
    let terms = imported.tree.get("vocabularies").unwrap().get("licence").unwrap().to_string();
    assert!(terms.contains("MIT License"), "{terms}");
    let source = said(&imported.tree, "a", "sources");
    assert!(source.contains("\"document\":\"awesome-selfhosted\"") && source.contains("software/a.yml"), "{source}");
}

#[test]
fn front_matter_finds_its_producers() {
    let imported = import(
        None,
        &[
            ("api/x.md", "---\ntitle: API X\ntagline: Des données.\nproducer: dinum\nthemes:\n  - Santé\nkeywords: [a]\nis_open: 1\nlast_update: 23/11/2021\ncontact_link: equipe@x.gouv.fr\n---\n\n# Titre\n\nUn **texte**.\n\nContenu :\n\n- un\n- deux\n".as_bytes()),
            ("producteurs/dinum.md", "---\nname: Direction du numérique\nacronym: DINUM\n---\n".as_bytes()),
        ],
    );
    valid(&imported);
    assert_eq!(said(&imported.tree, "api-x", "bearers"), r#"["direction-du-numerique"]"#);
    assert_eq!(said(&imported.tree, "api-x", "updated"), "\"2021-11-23\"");
    assert_eq!(said(&imported.tree, "api-x", "emails"), r#"["equipe@x.gouv.fr"]"#);
    assert_eq!(said(&imported.tree, "api-x", "description"), r#"["Titre","Un texte."]"#);
    assert_eq!(said(&imported.tree, "api-x", "lists"), r#"[{"heading":"Contenu","items":["un","deux"]}]"#);
}

#[test]
fn publiccode_keeps_its_languages() {
    let source = b"publiccodeYmlVersion: '0.4'\nname: Medusa\nurl: https://example.com/medusa.git\nsoftwareType: standalone/web\nreleaseDate: 2026-01-02\ndevelopmentStatus: beta\nlegal: {license: AGPL-3.0-or-later OR MIT}\norganisation: {name: Ville}\nusedBy: [Rome]\ndescription:\n  it: {shortDescription: Ciao, longDescription: 'Primo.\n\n    Secondo.'}\n  fr_FR: {shortDescription: Bonjour}\n";
    let imported = import(None, &[("publiccode.yml", source)]);
    valid(&imported);
    assert_eq!(said(&imported.tree, "medusa", "summary"), r#"{"fr":"Bonjour","it":"Ciao"}"#);
    assert_eq!(
        said(&imported.tree, "medusa", "licences"),
        r#"[{"id":"AGPL-3.0-or-later","of":"code"},{"id":"MIT","of":"code"}]"#
    );
    assert_eq!(said(&imported.tree, "medusa", "status"), r#"{"state":"essai"}"#);
    assert_eq!(said(&imported.tree, "medusa", "bearers"), r#"["ville"]"#);
}

#[test]
fn languages_come_back_from_publiccode() {
    for (summary, description, expected) in [
        (
            r#"{"pt-BR":"Olá","fr":"Bonjour","fr-CA":"Allô"}"#,
            r#"["Un."]"#,
            r#"{"fr":"Bonjour","fr-CA":"Allô","pt-BR":"Olá"}"#,
        ),
        (r#"{"ar":"مرحبا","en":"Hello","fr":"","it":"Ciao"}"#, "[]", r#"{"en":"Hello","ar":"مرحبا","it":"Ciao"}"#),
        (r#"{"zh-Hans":"你好"}"#, r#"[{"en":"One."}]"#, r#"{"zh-Hans":"你好"}"#),
        ("\"Bonjour\"", r#"[{"fr":"Un.","en":"One."},{"en":"Two.","fr":"Deux."}]"#, "\"Bonjour\""),
    ] {
        let text = format!(
            r#"{{"format":1,"site":{{"title":"A"}},"entries":[{{"id":"a","kind":"commun","name":"A","summary":{summary},
                "description":{description},"links":[{{"url":"https://a.example/a.git","kind":"depot"}}]}}]}}"#
        );
        let written = |text: &str| {
            let loaded = catalogue::read(text).expect("it is JSON");
            let entry = loaded.catalogue.entries().next().expect("an entry").1;
            exchange::write::publiccode(&loaded.catalogue, entry).expect("a software")
        };
        let file = written(&text);
        let imported = import(None, &[("publiccode.yml", file.as_bytes())]);
        valid(&imported);
        assert_eq!(said(&imported.tree, "a", "summary"), expected);
        // Languages come in another order.
        let lines = |file: String| file.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        assert_eq!(lines(written(&imported.tree.to_string())), lines(file), "{}", imported.tree);
    }
}

#[test]
fn a_mapping_names_languages_as_programs_do() {
    for (language, expected) in [("en_US", r#"{"en-US":"Texte"}"#), ("FR_fr", "\"Texte\""), ("EN", r#"{"en":"Texte"}"#)]
    {
        let mapping = format!(
            r#"{{"name":"m","title":"M","language":"{language}","sets":[{{"fields":{{"name":"nom","summary":"texte",
                "need":{{"languages":"textes","from":""}}}}}}]}}"#
        );
        let source = r#"[{"nom":"A","texte":"Texte","textes":[{"en_GB":"Colour","fr_FR":"Couleur"}]}]"#;
        let imported = import_by(&mapping, "t.json", source, None);
        assert!(imported.remarks.is_empty(), "{:?}", imported.remarks);
        valid(&imported);
        assert_eq!(said(&imported.tree, "a", "summary"), expected);
        assert_eq!(said(&imported.tree, "a", "need"), r#"{"fr":"Couleur","en-GB":"Colour"}"#);
    }
}

#[test]
fn paragraphs_of_a_language_stay_beside_lists_of_another() {
    let mapping = r#"{"name":"m","title":"M","sets":[{"fields":{"name":"nom",
        "description":{"languages":"textes","from":"","prose":"html"}}}]}"#;
    let source = r#"[{"nom":"A","textes":{"fr":"<ul><li>Un</li></ul>","en":"<p>One.</p><p>Two.</p>"}}]"#;
    let imported = import_by(mapping, "t.json", source, None);
    valid(&imported);
    assert_eq!(said(&imported.tree, "a", "description"), r#"[{"en":"One."},{"en":"Two."}]"#);
    assert_eq!(said(&imported.tree, "a", "lists"), r#"[{"items":["Un"]}]"#);
}

#[test]
fn tables_of_two_ministries_are_read() {
    let sill = "ID,nom,fonction,statut,similaire-a,wikidata,licence,secteur,composant,contexte-usage,version\n1,7zip,Compression,R,WinZip,Q215051,LGPL-2.0-only,Données,Outil,,19.10\n";
    let imported = import(None, &[("sill.csv", sill.as_bytes())]);
    valid(&imported);
    assert_eq!(said(&imported.tree, "7zip", "identifiers"), r#"{"wikidata":"Q215051"}"#);
    assert_eq!(said(&imported.tree, "7zip", "replaces"), r#"["WinZip"]"#);
    assert_eq!(said(&imported.tree, "7zip", "version"), "\"19.10\"");
    let services = "Nom du service;Opérateur;Beta ?;Description;Lien du service auto\nBoussole;CGDD;Oui;Un texte.;https://b.example\n";
    let imported = import(None, &[("services.csv", services.as_bytes())]);
    valid(&imported);
    assert_eq!(said(&imported.tree, "boussole", "bearers"), r#"["cgdd"]"#);
    assert_eq!(said(&imported.tree, "boussole", "status"), r#"{"state":"essai"}"#);
}

#[test]
fn files_of_repositories_are_read() {
    let codemeta = br#"{"@context":"https://doi.org/10.5063/schema/codemeta-2.0","@type":"SoftwareSourceCode","name":"Newt","codeRepository":"git+https://github.com/x/newt","license":"https://spdx.org/licenses/MIT","programmingLanguage":["Go",{"@type":"ComputerLanguage","name":"SQL"}],"author":[{"@type":"Person","givenName":"R."}],"dateModified":"2024-08-05","developmentStatus":"active"}"#;
    let imported = import(None, &[("codemeta.json", codemeta)]);
    assert_eq!(valid(&imported).catalogue.entries().len(), 1, "authors are no entries");
    assert_eq!(said(&imported.tree, "newt", "links"), r#"[{"url":"https://github.com/x/newt","kind":"depot"}]"#);
    assert_eq!(said(&imported.tree, "newt", "licences"), r#"[{"id":"MIT","of":"code"}]"#);
    assert_eq!(said(&imported.tree, "newt", "technologies"), r#"["Go","SQL"]"#);
    let cff = b"cff-version: 1.2.0\ntitle: Catala\nrepository-code: https://github.com/c/catala\nlicense: Apache-2.0\nversion: 1.2.0\ndate-released: 2026-02-05\ndoi: 10.5281/zenodo.123\n";
    let imported = import(None, &[("CITATION.cff", cff)]);
    valid(&imported);
    assert_eq!(said(&imported.tree, "catala", "identifiers"), r#"{"doi":"10.5281/zenodo.123"}"#);
}

#[test]
fn dcat_is_read_flat_or_nested() {
    let flat = br#"[{"@id":"http://d.example/1","@type":["http://www.w3.org/ns/dcat#Dataset"],"http://purl.org/dc/terms/title":[{"@value":"Jeu"}],"http://purl.org/dc/terms/description":[{"@value":"<p>Un &amp; deux"}],"http://purl.org/dc/terms/publisher":[{"@id":"o"}],"http://purl.org/dc/terms/issued":[{"@value":"2016-12-14T18:59:02"}],"http://www.w3.org/ns/dcat#distribution":[{"@id":"r"}]},{"@id":"o","@type":["http://xmlns.com/foaf/0.1/Organization"],"http://xmlns.com/foaf/0.1/name":[{"@value":"Org"}]},{"@id":"r","@type":["http://www.w3.org/ns/dcat#Distribution"],"http://www.w3.org/ns/dcat#accessURL":[{"@id":"http://d.example/r.csv"}],"http://purl.org/dc/terms/title":[{"@value":"CSV"}]}]"#;
    let imported = import(None, &[("flat.jsonld", flat)]);
    valid(&imported);
    assert_eq!(said(&imported.tree, "jeu", "summary"), "\"Un & deux\"");
    assert_eq!(said(&imported.tree, "jeu", "bearers"), r#"["org"]"#);
    assert_eq!(said(&imported.tree, "jeu", "updated"), "\"2016-12-14\"");
    assert!(
        said(&imported.tree, "jeu", "links")
            .contains(r#"{"url":"http://d.example/r.csv","label":"CSV","kind":"donnees"}"#)
    );
}

#[test]
fn dcat_is_read_in_turtle_and_in_xml() {
    let turtle = r#"@prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://d.example/1> a dcat:Dataset ; dct:title "Jeu"@fr, "Set"@en ; dct:description "Un et deux" ; dct:publisher [ a foaf:Agent ; foaf:name "Org" ] ;
  dct:issued "2016-12-14T18:59:02" ; dcat:keyword "a", "b" ; dcat:distribution <https://d.example/r> .
<https://d.example/r> a dcat:Distribution ; dcat:accessURL <https://d.example/r.csv> ; dct:title "CSV" ."#;
    let xml = r#"<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:foaf="http://xmlns.com/foaf/0.1/">
  <dcat:Dataset rdf:about="https://d.example/1">
    <dct:title xml:lang="fr">Jeu</dct:title><dct:title xml:lang="en">Set</dct:title>
    <dct:description>Un et deux</dct:description>
    <dct:publisher><foaf:Agent><foaf:name>Org</foaf:name></foaf:Agent></dct:publisher>
    <dct:issued>2016-12-14T18:59:02</dct:issued><dcat:keyword>a</dcat:keyword><dcat:keyword>b</dcat:keyword>
    <dcat:distribution><dcat:Distribution rdf:about="https://d.example/r"><dcat:accessURL rdf:resource="https://d.example/r.csv"/><dct:title>CSV</dct:title></dcat:Distribution></dcat:distribution>
  </dcat:Dataset>
</rdf:RDF>"#;
    for (name, text) in [("catalogue.ttl", turtle), ("catalogue.rdf", xml), ("catalogue.xml", xml)] {
        let imported = import(None, &[(name, text.as_bytes())]);
        assert!(imported.remarks.is_empty(), "{name}: {:?}", imported.remarks);
        valid(&imported);
        for (key, expected) in [
            ("summary", "\"Un et deux\""),
            ("bearers", r#"["org"]"#),
            ("updated", "\"2016-12-14\""),
            ("keywords", r#"["a","b"]"#),
        ] {
            assert_eq!(said(&imported.tree, "jeu", key), expected, "{name}");
        }
        let links = said(&imported.tree, "jeu", "links");
        assert!(
            links.contains(r#"{"url":"https://d.example/r.csv","label":"CSV","kind":"donnees"}"#),
            "{name}: {links}"
        );
    }
}

#[test]
fn dcat_keeps_its_languages() {
    let turtle = r#"@prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://d.example/1> a dcat:Dataset ; dct:title "Satz"@de, "Insieme"@it ; dct:description "Ein Satz"@de, "Un insieme"@it ;
  dct:publisher [ a foaf:Agent ; foaf:name "Org"@en ] ; dcat:theme [ a skos:Concept ; skos:prefLabel "X"@de ] ;
  dcat:keyword "a"@fr, "b"@fr, "c"@en .
<https://d.example/2> a dcat:Dataset ; dct:title "Set"@en-GB ; dct:description "A set"@en-GB ; dcat:keyword "a"@en .
<https://d.example/3> a dcat:Dataset ; dct:title "Jeu"@fr ; dct:description "Un jeu"@fr ;
  dct:publisher [ a foaf:Agent ; foaf:name "Body"@en, "Organisme"@fr ] ; dcat:theme [ a skos:Concept ; skos:prefLabel "Y"@de, "Z"@it ] .
<https://d.example/4> a dcat:Dataset ; dct:title "Titel"@gsw ; dct:description "Texte", "Text"@en .
<https://d.example/5> a dcat:Dataset ; dct:title "Titre"@fra, "Title"@eng ; dct:description "A"@en, "B"@fr, "C"@fr .
<https://d.example/6> a dcat:Dataset ; dct:title "Titolo"@it, "Titeli"@gsw ; dct:description "你好"@zh-Hans ."#;
    let imported = import(None, &[("catalogue.ttl", turtle.as_bytes())]);
    assert!(imported.remarks.is_empty(), "{:?}", imported.remarks);
    valid(&imported);
    for (id, key, expected) in [
        ("satz", "summary", r#"{"de":"Ein Satz","it":"Un insieme"}"#),
        ("satz", "keywords", r#"["a","b","c"]"#),
        ("satz", "bearers", r#"["org"]"#),
        ("satz", "themes", r#"["x"]"#),
        ("set", "summary", r#"{"en-GB":"A set"}"#),
        ("set", "keywords", r#"["a"]"#),
        ("jeu", "summary", "\"Un jeu\""),
        ("jeu", "bearers", r#"["organisme"]"#),
        ("jeu", "themes", r#"["y"]"#),
        ("titel", "summary", r#"{"fr":"Texte","en":"Text"}"#),
        ("titre", "summary", r#"{"fr":"B","en":"A"}"#),
        ("titolo", "summary", r#"{"zh-Hans":"你好"}"#),
    ] {
        assert_eq!(said(&imported.tree, id, key), expected, "{id}");
    }
}

#[test]
fn a_mapping_fills_any_field_and_those_that_the_catalogue_adds() {
    let target = r#"{"format":1,"site":{"title":"A"},"fields":[
        {"id":"cout","label":"Coût","type":"nombre"},{"id":"ouvert","label":"Ouvert","type":"oui-non"},
        {"id":"usage","label":"Usage","type":"termes","terms":[{"id":"u","label":"Un usage"}]}],"entries":[]}"#;
    let loaded = catalogue::read(target).expect("the test writes a catalogue");
    let tree = catalogue::parse(target).expect("the test writes JSON");
    let mapping = r#"{"name":"m","title":"M","sets":[{"fields":{"name":"nom","order":"rang","identifiers.rna":"rna",
            "waves":{"from":"vague","label":"Dépôt"},"resources":"x","values.cout":"cout","values.ouvert":"ouvert",
            "values.usage":{"from":"usage","split":","},"values.aucun":"nom"}}]}"#;
    let table = "nom;rang;rna;vague;cout;ouvert;usage\nA;3;W751234567;2026-05;1 234,5;oui;Un usage\n";
    let target = exchange::Target { tree: &tree, catalogue: &loaded.catalogue };
    let imported = import_by(mapping, "t.csv", table, Some(target));
    valid(&imported);
    for (key, expected) in [
        ("order", "3"),
        ("identifiers", r#"{"rna":"W751234567"}"#),
        ("waves", r#"[{"label":"Dépôt","date":"2026-05"}]"#),
        ("values", r#"{"cout":1234.5,"ouvert":true,"usage":["u"]}"#),
    ] {
        assert_eq!(said(&imported.tree, "a", key), expected);
    }
}
