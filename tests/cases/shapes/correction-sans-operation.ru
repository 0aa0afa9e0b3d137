PREFIX m: <https://w3id.org/maillage/def/>

DELETE { ?s m:operation ?o }
WHERE { ?s a m:Correction ; m:operation ?o }
