"""Adding: a document handed in by a browser, judged fact by fact, put into the store; closed unless it is opened."""
