PREFIX m: <https://w3id.org/maillage/def/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { ?s m:montant ?o }
INSERT { ?s m:montant "-5.0"^^xsd:decimal }
WHERE { ?s a m:Financement ; m:montant ?o }
