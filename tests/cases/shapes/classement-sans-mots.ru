PREFIX m: <https://w3id.org/maillage/def/>

DELETE { ?s m:mots ?o }
WHERE { ?s a m:Classification ; m:mots ?o }
