PREFIX m: <https://w3id.org/maillage/def/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { ?s rdfs:label ?o }
WHERE { ?s a m:Equipement ; rdfs:label ?o }
