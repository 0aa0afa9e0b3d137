PREFIX m: <https://w3id.org/maillage/def/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { ?s m:date ?o }
WHERE { ?s a m:Acte ; m:date ?o }
