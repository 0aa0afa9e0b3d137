"""Words: what is read in a text whatever it is about: dates, numbers, names, lists, rubrics."""
