"""Evidence: the passage of the act that states a fact, its words marked in the text or its box on the page."""
