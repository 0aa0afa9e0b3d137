"""The endpoint under load, and beside rdflib-endpoint on the same store in the same run.

``python -m benchmarks.load STORE [--clients 32] [--seconds 60]``: one client alone, then many at once, without and with
a second to read each answer, then cheap queries without and with four endless ones beside them. Each is measured twice:
as people ask (the same questions come back, and the server keeps their answers) and *new* (a number in each query makes
it one that nobody has asked). With ``--peer``, what both answer instead, and how many times as fast.
"""
