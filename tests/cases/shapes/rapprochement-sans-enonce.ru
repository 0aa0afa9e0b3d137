PREFIX m: <https://w3id.org/maillage/def/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE { ?s prov:wasDerivedFrom ?o }
WHERE { ?s a m:Rapprochement ; prov:wasDerivedFrom ?o }
