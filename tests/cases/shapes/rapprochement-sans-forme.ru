PREFIX m: <https://w3id.org/maillage/def/>

DELETE { ?s m:forme ?o }
WHERE { ?s a m:Rapprochement ; m:forme ?o }
