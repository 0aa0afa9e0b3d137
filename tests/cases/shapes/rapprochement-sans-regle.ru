PREFIX m: <https://w3id.org/maillage/def/>

DELETE { ?s m:regleIdentite ?o }
WHERE { ?s a m:Rapprochement ; m:regleIdentite ?o }
