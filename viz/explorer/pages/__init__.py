"""The pages, a module each: what a page shows, gathered for its template."""
