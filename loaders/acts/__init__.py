"""Acts: a document taken apart into its acts, and what is settled of each before its facts are read."""
