"""What was handed in, found in folders of many shapes; the front door is `finding.find`.

There is a module for each shape, which is called a layout; `recognise.LAYOUTS` lists them. Each has

- `TITLE`, how it is called and what students go by in it; "" if nobody has to know;
- `TIMES_TELL`, whether the time of a file says when it was handed in;
- ``recognise(folder)``, whether a folder has this shape;
- ``hand_ins(folder)``, a list of `HandIn` and a list of `Note`.
"""
