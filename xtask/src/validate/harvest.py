# Reads the data sets as the harvester of udata does (`udata/harvest/backends/dcat.py` and `udata/core/dataset/rdf.py`
# of https://github.com/opendatateam/udata): from the text alone, the nodes of this type only, their dates by a reader
# that completes them.
import sys
import rdflib
from dateutil.parser import parse
from rdflib.namespace import DCAT, DCTERMS, RDF
graph = rdflib.Graph().parse(data=open(sys.argv[1], encoding='utf-8').read(), format='json-ld')
faults, found = [], {}
for node in graph.subjects(RDF.type, DCAT.Dataset):
    data_set = graph.resource(node)
    identifier = str(data_set.value(DCTERMS.identifier) or '')
    title = data_set.value(DCTERMS.title)
    if not identifier or not title:
        faults.append(f'{node} has no identifier or title')
    if identifier in found:
        faults.append(f'{identifier} is that of two data sets')
    modified = data_set.value(DCTERMS.modified)
    modified = modified and modified.toPython()
    if isinstance(modified, str) and parse(modified, default=parse('2001-01-01')) != parse(modified, default=parse('2002-02-02')):
        faults.append(f'{identifier}: {modified} is completed with the day of the reading')
    files = [file.value(DCAT.downloadURL) or file.value(DCAT.accessURL) for file in data_set.objects(DCAT.distribution)]
    files = [str(file and file.identifier) for file in files]
    faults += [f'{identifier}: {file} is nowhere' for file in files if not file.startswith('http')]
    found[identifier] = sorted(file.rsplit('/', 1)[-1] for file in files)
if found.get('catalogue.json') != ['catalogue.csv', 'catalogue.json']:
    faults.append(f'the catalogue and its files are not among the data sets: {found}')
if 'file://' in graph.serialize(format='nt'):
    faults.append('an address is on the disk of the reader')
sys.exit('\n'.join(faults) or None)
