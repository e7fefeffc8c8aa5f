"""What a submission's expression comes to in a worker, system calls at hand."""

import numpy as np

PRELUDE = '''
import ctypes, errno, os, signal, socket, stat, time
import numpy as np
class Refused:
    """In the place of the C library where a worker may not even open that."""
    def __getattr__(self, name):
        def refuse(*arguments):
            ctypes.set_errno(errno.EPERM)
            return -1
        return refuse
try:
    libc = ctypes.CDLL(None, use_errno=True)
except PermissionError:
    libc = Refused()
def number(made):
    return np.array([0 if made >= 0 else ctypes.get_errno()])
def attempt(action):
    try:
        action()
    except OSError as error:
        return np.array([error.errno])
    return np.array([0])
'''


def answer(sandbox, body):
    """Return what a submission's expression comes to, as a list, and which layers hold."""
    source = PRELUDE + f"def f(image):\n    return {body}\n"
    worker = sandbox.open(source.encode(), ".py", ["f"])
    try:
        return worker.subjects["f"](np.zeros(1)).tolist(), worker.held
    finally:
        worker.close()


def answers(sandbox, bodies):
    """Return what several expressions come to in one worker, by name, and which layers hold."""
    functions = (f"def {name}(image):\n    return {body}\n" for name, body in bodies.items())
    worker = sandbox.open((PRELUDE + "".join(functions)).encode(), ".py", list(bodies))
    try:
        return {name: worker.subjects[name](np.zeros(1)).tolist() for name in bodies}, worker.held
    finally:
        worker.close()
