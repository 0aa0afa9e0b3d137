PREFIX m: <https://w3id.org/maillage/def/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE WHERE { <https://w3id.org/maillage/def/type-action/guichet-unique> m:theme ?o }
