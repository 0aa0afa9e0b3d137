"""The endpoint under load, beside rdflib-endpoint on the same acts in the same run.

``python -m benchmarks.load STORE [--clients 32] [--seconds 60] [--peer]``: one client alone, then many at once, then
cheap queries with and without four endless ones beside them. Each is measured twice: as people ask (the same questions
come back, and the server has kept their answers) and *new* (a number in each query makes it one that nobody has asked).
"""
