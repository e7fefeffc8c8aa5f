"""Library functions that would do a student's work; a check says which one was called.

Names end where every route passes through: the public functions of a module, and the compiled
ones below them.
"""

WEIGHTED_SUMS = (
    "numpy.convolve",
    "numpy.correlate",
    "numpy._core.multiarray.correlate",
    "numpy._core.multiarray.correlate2",
    "numpy.fft.*",
    "numpy.fft._pocketfft_umath.*",
    "scipy.fft.*",
    "scipy.fft._pocketfft.pypocketfft.*",
    "scipy.fftpack.*",
    "scipy.ndimage.*",
    "scipy.ndimage._nd_image.*",
    "scipy.signal.*",
    "scipy.signal._sigtools.*",
    "scipy.signal._upfirdn_apply.*",
    "skimage.filters.*",
    "skimage.filters._sparse._correlate_sparse",
    "skimage.restoration.*",
)

ALL = WEIGHTED_SUMS
