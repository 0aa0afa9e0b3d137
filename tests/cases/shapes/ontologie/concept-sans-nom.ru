PREFIX m: <https://w3id.org/maillage/def/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ?s skos:prefLabel ?o } WHERE { BIND(<https://w3id.org/maillage/def/theme/sante> AS ?s) ?s skos:prefLabel ?o FILTER(lang(?o) = "en") }
