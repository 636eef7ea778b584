# Reads the catalogue for portals and writes it again. An address that is no IRI is logged by rdflib, or read as the
# place of the file; a site that has an address gives none that depends on that place.
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
sys.exit('\n'.join(faults) or None)
