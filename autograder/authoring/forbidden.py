"""Library functions that would do a student's work: they are not there where it is graded.

An entry is a function; a module with all that is in it (``"scipy.signal.*"``); or, after a plus, a
package whose compiled code stays, less the modules above. Other compiled code is not there either.
In a notebook the functions are there, and a check says which one was called.
"""

# Loops that it compiles are the student's own work.
_NUMBA = ("+numba", "+llvmlite")
# Compiled code that adds and multiplies arrays, solves equations, measures distances and draws.
_ARRAYS = (
    *("+numpy", "+scipy._cyutility", "+scipy._lib", "+scipy.linalg", "+scipy.sparse"),
    *("+scipy.spatial", "+scipy.special", *_NUMBA),
)
_PLOTS = ("+matplotlib", "+kiwisolver", "+contourpy")

WEIGHTED_SUMS = (
    "numpy.convolve",
    "numpy.correlate",
    "numpy._core.multiarray.correlate",
    "numpy._core.multiarray.correlate2",
    # Products of polynomials in another basis.
    "numpy.polynomial.hermite.hermmul",
    "numpy.polynomial.hermite_e.hermemul",
    "numpy.polynomial.laguerre.lagmul",
    "numpy.polynomial.legendre.legmul",
    "numba.stencil",
    "more_itertools.convolve",
    "more_itertools.recipes.convolve",
    "numpy.fft.*",
    "scipy.fft.*",
    "scipy.fftpack.*",
    "scipy.linalg.interpolative.*",
    "scipy.linalg._decomp_interpolative.*",
    "scipy.ndimage.*",
    "scipy.signal.*",
    "skimage.filters.*",
    "skimage.restoration.*",
    *_ARRAYS,
    *_PLOTS,
)

OPENINGS = (
    "scipy.ndimage.binary_closing",
    "scipy.ndimage.binary_opening",
    "scipy.ndimage.black_tophat",
    "scipy.ndimage.grey_closing",
    "scipy.ndimage.grey_opening",
    "scipy.ndimage.white_tophat",
    "skimage.morphology.area_closing",
    "skimage.morphology.area_opening",
    "skimage.morphology.binary_closing",
    "skimage.morphology.binary_opening",
    "skimage.morphology.black_tophat",
    "skimage.morphology.closing",
    "skimage.morphology.diameter_closing",
    "skimage.morphology.diameter_opening",
    "skimage.morphology.isotropic_closing",
    "skimage.morphology.isotropic_opening",
    "skimage.morphology.opening",
    "skimage.morphology.white_tophat",
    # The same below their public names, which wrap them in some versions.
    "scipy.ndimage._morphology.binary_closing",
    "scipy.ndimage._morphology.binary_opening",
    "scipy.ndimage._morphology.black_tophat",
    "scipy.ndimage._morphology.grey_closing",
    "scipy.ndimage._morphology.grey_opening",
    "scipy.ndimage._morphology.white_tophat",
    "skimage.morphology.gray.black_tophat",
    "skimage.morphology.gray.closing",
    "skimage.morphology.gray.opening",
    "skimage.morphology.gray.white_tophat",
    *("+numpy", "+scipy", "+skimage", "+PIL", *_NUMBA),
    *_PLOTS,
)

# What takes the least or the largest of a neighbourhood.
STEPS = (
    "scipy.ndimage.*",
    "scipy.signal.*",
    "skimage.filters.*",
    "skimage.morphology.*",
    "skimage.restoration.*",
    *_ARRAYS,
    *_PLOTS,
)

ALL = tuple(dict.fromkeys(WEIGHTED_SUMS + OPENINGS + STEPS))
