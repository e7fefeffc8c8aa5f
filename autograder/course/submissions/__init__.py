"""The shapes in which folders of submissions come, one module each.

A layout has

- `TITLE`, how it is called and what students go by in it; "" where that need not be said;
- `TIMES_TELL`, whether the time of a file says when it was handed in;
- ``recognise(folder)``, whether a folder has this shape;
- ``hand_ins(folder)``, a list of `HandIn` and a list of `Note`.
"""
