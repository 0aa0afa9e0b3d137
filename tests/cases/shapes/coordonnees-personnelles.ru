PREFIX m: <https://w3id.org/maillage/def/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { ?s m:texte ?o }
INSERT { ?s m:texte "Appeler le 02 99 00 00 00" }
WHERE { ?s a m:ElementFiche ; m:texte ?o }
