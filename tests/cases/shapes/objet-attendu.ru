PREFIX m: <https://w3id.org/maillage/def/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX locn: <http://www.w3.org/ns/locn#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { ?s m:objetClasse ?o }
INSERT { ?s m:objetClasse <https://w3id.org/maillage/id/nulle-part> }
WHERE { ?s a m:Classification ; m:objetClasse ?o }
