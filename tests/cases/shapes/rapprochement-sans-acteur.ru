PREFIX m: <https://w3id.org/maillage/def/>

DELETE { ?s m:designe ?o }
WHERE { ?s a m:Rapprochement ; m:designe ?o }
