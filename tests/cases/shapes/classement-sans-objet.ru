PREFIX m: <https://w3id.org/maillage/def/>

DELETE { ?s m:objetClasse ?o }
WHERE { ?s a m:Classification ; m:objetClasse ?o }
