PREFIX m: <https://w3id.org/maillage/def/>

DELETE { ?s ?p ?o }
WHERE { ?s a m:Classification ; ?p ?o FILTER(?p IN (m:typeAction, m:categorie)) }
