PREFIX m: <https://w3id.org/maillage/def/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT { ?s oa:hasSelector <https://w3id.org/maillage/id/exemple#citation> .
         <https://w3id.org/maillage/id/exemple#citation> a oa:TextQuoteSelector ; oa:exact "Appelez le 01 99 00 00 00." }
WHERE { ?s a m:Lieu }
