"""The kinds of terms, so that a misspelt or misused term fails in the type checker."""

from __future__ import annotations

from typing import Final, NewType

Class = NewType("Class", str)
ObjectProperty = NewType("ObjectProperty", str)
DataProperty = NewType("DataProperty", str)
AnnotationProperty = NewType("AnnotationProperty", str)
Datatype = NewType("Datatype", str)

DEF: Final = "https://w3id.org/maillage/def/"
