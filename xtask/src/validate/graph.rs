//! The catalogue for portals, by rdflib and pySHACL: it is RDF, and has the shape of DCAT.

use std::path::Path;

use anyhow::Result;

use super::{Check, file, python};
use crate::paths;

/// Reads the graph and writes it again. An address that is no IRI is logged by rdflib, or read as the
/// place of the file; a site that has an address gives none that depends on that place.
const READ: &str = "\
import logging, sys
import rdflib
faults = []
class Faults(logging.Handler):
    def emit(self, record):
        faults.append(record.getMessage())
logging.getLogger('rdflib').addHandler(Faults())
place = 'https://place.invalid/'
graph = rdflib.Graph().parse(sys.argv[1], format='json-ld', publicID=place)
if place in graph.serialize(format='nt'):
    faults.append('an address is not whole, or holds what it may not')
if len(graph) == 0:
    faults.append('the graph is empty')
if faults:
    sys.exit('\\n'.join(faults))
";

/// What every catalogue of DCAT has.
const SHAPES: &str = "tests/fixtures/exports/dcat-shapes.ttl";

pub(super) fn checks(folder: &Path) -> Result<Vec<Check>> {
    let graph = file(folder, "catalogue.jsonld");
    let shapes = paths::root().join(SHAPES);
    let shapes = shapes.to_string_lossy();
    Ok(vec![
        python("catalogue.jsonld is RDF, by rdflib", "python", &["-c", READ, &graph]),
        python(
            "catalogue.jsonld has the shape of DCAT, by pySHACL",
            "pyshacl",
            &["--shacl", &shapes, "--data-file-format", "json-ld", &graph],
        ),
    ])
}
