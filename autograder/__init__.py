"""Autograded assignments in image processing: what students import, and what grades them."""


def notebook(exercise):
    """Return the checks of an exercise, for the notebook in which they are called.

    Parameters
    ----------
    exercise : str
        Its name, such as ``"convolution"``.

    Returns
    -------
    grader : Grader
        With ``check("convolve2d")``, ``check_all()`` and ``export()``.
    """
    from autograder.notebooks.front_end import make_exports_readable
    from autograder.notebooks.students_grader import Grader

    make_exports_readable()
    return Grader(exercise)
