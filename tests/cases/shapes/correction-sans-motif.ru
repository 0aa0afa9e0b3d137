PREFIX m: <https://w3id.org/maillage/def/>

DELETE { ?s m:motif ?o }
WHERE { ?s a m:Correction ; m:motif ?o }
